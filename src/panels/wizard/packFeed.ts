import type { Backend } from "../../backend/backend.ts";
import { lazy } from "../../base/lazy.ts";
import { IntegrationPacksError, messageForUsers } from "../../errors/errors.ts";
import type { IntegrationPack } from "../../model/pack/pack.ts";
import type { WizardMessage } from "../../protocol/wizard/wizardMessage.ts";
import type { WizardPack } from "../../protocol/wizard/wizardPack.ts";
import type { ActiveBackend } from "../../session/activeBackend.ts";
import { errorCode } from "../errorCode.ts";
import type { WizardActions } from "./wizardActions.ts";
import { wizardCapabilities } from "./wizardCapabilities.ts";

/** Options of PackFeed. */
export interface PackFeedOptions {
  readonly packIds: readonly string[];
  /** Whether the wizard is one for several packs: then one that is gone does not hide the others. */
  readonly isSeveral: boolean;
  readonly backend: ActiveBackend;
  /** The IANA zone of dates, as the settings name it now. @throws `InvalidRequest` when no zone is known */
  readonly timeZone: () => string;
  /** The branch that releases come from, as the settings name it now. */
  readonly releaseBranch: () => string;
  readonly actions: WizardActions;
  readonly post: (message: WizardMessage) => void;
  /** What else is read with the packs. Nothing when left out. */
  readonly also?: ((backend: Backend) => readonly Answer[]) | undefined;
}

/** What the backend answers, as a message. Nothing where the page does without it. */
type Answer = Promise<WizardMessage | undefined>;

/** The number of components up to which the page is shown with their versions. */
const mostAtOnce = 200;

/** One reading of the packs and of what belongs to them. */
interface PackReading {
  readonly number: number;
  /** Everything that the backend answered at once. */
  readonly ready: WizardMessage;
  /** Return the other answers, such as those of a server. The first call begins what has not begun. */
  readonly later: readonly (() => Answer)[];
}

/** Sends the packs to the wizard's page: what the backend answers at once in one message, the rest as it arrives. */
export class PackFeed {
  readonly #options: PackFeedOptions;
  /** The packs as a command read them, until a reading uses them or one of them changes. */
  #known: readonly IntegrationPack[] = [];
  /** The reading whose `ready` the document brings, until the page is loaded. */
  #first: PackReading | undefined;
  /** The number of the last reading. */
  #latest = 0;

  constructor(options: PackFeedOptions) {
    this.#options = options;
  }

  /** Passes packs that were just read to the next reading, which does not read them again. */
  use(packs: readonly IntegrationPack[]): void {
    this.#known = packs;
  }

  /** Reads what the document of a new page brings. `sendToLoadedPage` sends the rest. */
  async readFirst(): Promise<WizardMessage> {
    const reading = await this.#read();
    // The pack changed, and no page was there to receive the change.
    if (!this.#isLatest(reading)) return this.readFirst();
    this.#first = reading;
    // The extension host sends the document in its next turn. It reads on while the page loads.
    setTimeout(() => setImmediate(() => reading.later.forEach((answer) => void answer())));
    return reading.ready;
  }

  /** Sends a page that was just loaded what its document lacks: the later answers, or everything after a change. */
  async sendToLoadedPage(): Promise<void> {
    const first = this.#first;
    this.#first = undefined;
    if (first && this.#isLatest(first)) this.#postLater(first);
    else await this.send();
  }

  /** Sends everything as it is after a change. */
  async sendChange(): Promise<void> {
    this.#known = [];
    await this.send();
  }

  /** Sends everything as it is now. Answers that arrive after a later reading began are dropped. */
  async send(): Promise<void> {
    const reading = await this.#read();
    if (!this.#isLatest(reading)) return;
    this.#options.post(reading.ready);
    this.#postLater(reading);
  }

  async #read(): Promise<PackReading> {
    const { packIds, backend: active, also = () => [] } = this.#options;
    const number = ++this.#latest;
    const known = new Map(this.#known.map((pack) => [pack.packId, pack]));
    this.#known = [];
    try {
      const backend = await active.get();
      const read = (packId: string) => this.#readPack(backend, packId, known.get(packId));
      const messages: WizardMessage[] = await Promise.all(packIds.map(read));
      const packs = messages.flatMap((message) => (message.type === "pack" ? [message.pack] : []));
      const later: (() => Answer)[] = [];
      const count = packs.reduce((sum, { components }) => sum + components.length, 0);
      const versions = lazy(() => readVersions(backend, packs));
      // A page that waits for the versions of a thousand components would appear late: they follow it.
      if (count > mostAtOnce) later.push(versions);
      const answers = [
        ...(count > mostAtOnce ? [] : [versions()]),
        ...packs.map(({ packId }) => readSharing(backend, packId)),
        ...also(backend),
      ];
      for (const answer of answers) {
        const message = await Promise.race([answer, nextTurn()]);
        if (message === "later") later.push(() => answer);
        else if (message) messages.push(message);
      }
      return { number, ready: { type: "several", messages }, later };
    } catch (error) {
      return { number, ready: failure(error), later: [] };
    }
  }

  async #readPack(
    backend: Backend,
    packId: string,
    known: IntegrationPack | undefined,
  ): Promise<WizardMessage> {
    const { isSeveral, timeZone, releaseBranch, actions } = this.#options;
    try {
      const pack = known ?? (await backend.getPack(packId));
      const capabilities = wizardCapabilities(backend, actions);
      return { type: "pack", pack, ...zoneOf(timeZone), releaseBranch: releaseBranch(), capabilities };
    } catch (error) {
      const isGone = error instanceof IntegrationPacksError && error.code === "NotFound";
      if (isGone && isSeveral) return { ...failure(error), packId };
      throw error;
    }
  }

  #isLatest({ number }: PackReading): boolean {
    return number === this.#latest;
  }

  #postLater(reading: PackReading): void {
    for (const answer of reading.later) {
      void answer().then((message) => {
        if (message && this.#isLatest(reading)) this.#options.post(message);
      });
    }
  }
}

/** Without a zone, the pack can still be released at once. */
function zoneOf(timeZone: () => string): Pick<WizardPack, "timeZone" | "timeZoneProblem"> {
  try {
    return { timeZone: timeZone() };
  } catch (error) {
    return { timeZoneProblem: messageForUsers(error) };
  }
}

async function readVersions(backend: Backend, packs: readonly IntegrationPack[]): Promise<WizardMessage> {
  const ids = packs.flatMap(({ components }) => components.map(({ componentId }) => componentId));
  const componentIds = [...new Set(ids)];
  try {
    return { type: "versions", versions: Object.fromEntries(await backend.listVersions(componentIds)) };
  } catch (error) {
    return { type: "versionsFailed", message: messageForUsers(error) };
  }
}

/** The wizard needs the sharing for hints only, so it leaves them out when it cannot be read. */
async function readSharing(backend: Backend, packId: string): Answer {
  const sharing = await backend.getSharing(packId).catch(() => undefined);
  return sharing && { type: "sharing", packId, sharing };
}

function failure(error: unknown): Extract<WizardMessage, { type: "packFailed" }> {
  return { type: "packFailed", code: errorCode(error), message: messageForUsers(error) };
}

/** Resolves after all answers that need no input or output, such as those of the local store. */
function nextTurn(): Promise<"later"> {
  return new Promise((resolve) => setImmediate(() => resolve("later")));
}

import type { Backend } from "../../backend/backend.ts";
import { messageForUsers } from "../../errors/errors.ts";
import type { IntegrationPack } from "../../model/pack/pack.ts";
import type { WizardMessage, WizardPack } from "../../protocol/wizard.ts";
import type { ActiveBackend } from "../../session/activeBackend.ts";
import { errorCode } from "../errorCode.ts";
import type { WizardActions } from "./wizardActions.ts";
import { wizardCapabilities } from "./wizardCapabilities.ts";

/** Options of PackFeed. */
export interface PackFeedOptions {
  readonly packId: string;
  readonly backend: ActiveBackend;
  /** The IANA zone of dates, as the settings name it now. @throws `InvalidRequest` when no zone is known */
  readonly timeZone: () => string;
  /** The branch that releases come from, as the settings name it now. */
  readonly releaseBranch: () => string;
  readonly actions: WizardActions;
  readonly post: (message: WizardMessage) => void;
}

/** One reading of the pack and of what belongs to it. */
interface PackReading {
  readonly number: number;
  /** Everything that the backend answered at once. */
  readonly ready: WizardMessage;
  /** The other answers, such as those of a server. */
  readonly later: readonly Promise<WizardMessage | undefined>[];
}

/** Sends the pack to the wizard's page: what the backend answers at once in one message, the rest as it arrives. */
export class PackFeed {
  readonly #options: PackFeedOptions;
  /** The pack as a command read it, until a reading uses it or the pack changes. */
  #known: IntegrationPack | undefined;
  /** The reading whose `ready` the document brings, until the page is loaded. */
  #first: PackReading | undefined;
  /** The number of the last reading. */
  #latest = 0;

  constructor(options: PackFeedOptions) {
    this.#options = options;
  }

  /** Passes a pack that was just read to the next reading, which does not read it again. */
  use(pack: IntegrationPack): void {
    this.#known = pack;
  }

  /** Reads what the document of a new page brings. `sendToLoadedPage` sends the rest. */
  async readFirst(): Promise<WizardMessage> {
    const reading = await this.#read();
    // The pack changed, and no page was there to receive the change.
    if (!this.#isLatest(reading)) return this.readFirst();
    this.#first = reading;
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
    this.#known = undefined;
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
    const { packId, backend: active, timeZone, releaseBranch, actions } = this.#options;
    const number = ++this.#latest;
    const known = this.#known;
    this.#known = undefined;
    try {
      const backend = await active.get();
      const pack = known ?? (await backend.getPack(packId));
      const componentIds = pack.components.map(({ componentId }) => componentId);
      const capabilities = wizardCapabilities(backend, actions);
      const shown = { pack, ...zoneOf(timeZone), releaseBranch: releaseBranch(), capabilities };
      const messages: WizardMessage[] = [{ type: "pack", ...shown }];
      const later: Promise<WizardMessage | undefined>[] = [];
      for (const answer of [readVersions(backend, componentIds), readSharing(backend, packId)]) {
        const message = await Promise.race([answer, nextTurn()]);
        if (message === "later") later.push(answer);
        else if (message) messages.push(message);
      }
      return { number, ready: { type: "several", messages }, later };
    } catch (error) {
      const ready = { type: "packFailed", code: errorCode(error), message: messageForUsers(error) } as const;
      return { number, ready, later: [] };
    }
  }

  #isLatest({ number }: PackReading): boolean {
    return number === this.#latest;
  }

  #postLater(reading: PackReading): void {
    for (const answer of reading.later) {
      void answer.then((message) => {
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

async function readVersions(backend: Backend, componentIds: readonly string[]): Promise<WizardMessage> {
  try {
    return { type: "versions", versions: Object.fromEntries(await backend.listVersions(componentIds)) };
  } catch (error) {
    return { type: "versionsFailed", message: messageForUsers(error) };
  }
}

/** The wizard needs the sharing for hints only, so it leaves them out when it cannot be read. */
async function readSharing(backend: Backend, packId: string): Promise<WizardMessage | undefined> {
  const sharing = await backend.getSharing(packId).catch(() => undefined);
  return sharing && { type: "sharing", sharing };
}

/** Resolves after all answers that need no input or output, such as those of the local store. */
function nextTurn(): Promise<"later"> {
  return new Promise((resolve) => setImmediate(() => resolve("later")));
}

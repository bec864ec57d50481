import type { ActiveBackend } from "../../session/activeBackend.ts";
import type { Backend } from "../../backend/backend.ts";
import { IntegrationPacksError, messageForUsers } from "../../errors/errors.ts";
import type {
  WizardActions,
  WizardCapabilities,
  WizardErrorCode,
  WizardMessage,
} from "../../protocol/wizard.ts";

/** Where the wizard's data comes from. */
export interface PackFeedOptions {
  readonly packId: string;
  readonly backend: ActiveBackend;
  readonly timeZone: () => string;
  readonly actions: WizardActions;
  readonly post: (message: WizardMessage) => void;
}

/** What was read of a pack: what is there, in one message, and what is still on its way. */
interface PackReading {
  readonly ready: WizardMessage;
  readonly later: readonly Promise<WizardMessage | undefined>[];
}

/** Tells the webview of the pack: what is there in one message, the rest as soon as it is there. */
export class PackFeed {
  readonly #options: PackFeedOptions;
  /** How many readings were begun. */
  #latest = 0;

  constructor(options: PackFeedOptions) {
    this.#options = options;
  }

  /** Sends everything as it is now; an answer that came too late is dropped. */
  async send(): Promise<void> {
    const post = this.#postIfStill(++this.#latest);
    const { ready, later } = await this.#read();
    post(ready);
    postEach(later, post);
  }

  /** What a page can begin with, as it is now; what takes longer is sent. */
  async readFirst(): Promise<WizardMessage> {
    const turn = ++this.#latest;
    const { ready, later } = await this.#read();
    // What changed meanwhile was sent to a page that is not there yet.
    if (turn !== this.#latest) return this.readFirst();
    postEach(later, this.#postIfStill(turn));
    return ready;
  }

  async #read(): Promise<PackReading> {
    const { packId, backend: active, timeZone } = this.#options;
    try {
      const backend = await active.get();
      const pack = await backend.getPack(packId);
      const componentIds = pack.components.map(({ componentId }) => componentId);
      const capabilities = this.#capabilities(backend);
      const messages: WizardMessage[] = [{ type: "pack", pack, timeZone: timeZone(), capabilities }];
      const later: Promise<WizardMessage | undefined>[] = [];
      for (const reading of [readVersions(backend, componentIds), readSharing(backend, packId)]) {
        const message = await Promise.race([reading, nextTurn()]);
        if (message === "later") later.push(reading);
        else if (message) messages.push(message);
      }
      return { ready: { type: "several", messages }, later };
    } catch (error) {
      const ready = { type: "packFailed", code: errorCode(error), message: messageForUsers(error) } as const;
      return { ready, later: [] };
    }
  }

  /** Posts as long as no later reading was begun. */
  #postIfStill(turn: number): (message: WizardMessage) => void {
    return (message) => {
      if (turn === this.#latest) this.#options.post(message);
    };
  }

  #capabilities({ schedules, accountGroups }: Backend): WizardCapabilities {
    const { compare, releaseNotes, addToAccountGroup, signIn } = this.#options.actions;
    const actions = { compare, releaseNotes, addToAccountGroup: accountGroups && addToAccountGroup, signIn };
    return {
      canSchedule: schedules !== undefined,
      ...(schedules?.fixedTimeZone !== undefined && { fixedTimeZone: schedules.fixedTimeZone }),
      appliesPendingUpdates: schedules?.applyPendingUpdate !== undefined,
      actions: (["compare", "releaseNotes", "addToAccountGroup", "signIn"] as const).filter(
        (name) => actions[name] !== undefined,
      ),
    };
  }
}

/** The code that the webview decides by what to offer. */
export function errorCode(error: unknown): WizardErrorCode {
  return error instanceof IntegrationPacksError ? error.code : "Unexpected";
}

function postEach(
  later: readonly Promise<WizardMessage | undefined>[],
  post: (message: WizardMessage) => void,
): void {
  for (const reading of later) {
    void reading.then((message) => {
      if (message) post(message);
    });
  }
}

async function readVersions(backend: Backend, componentIds: readonly string[]): Promise<WizardMessage> {
  try {
    return { type: "versions", versions: Object.fromEntries(await backend.listVersions(componentIds)) };
  } catch (error) {
    return { type: "versionsFailed", message: messageForUsers(error) };
  }
}

/** Only for a hint at the end: without it the wizard says nothing about groups. */
async function readSharing(backend: Backend, packId: string): Promise<WizardMessage | undefined> {
  const sharing = await backend.getSharing(packId).catch(() => undefined);
  return sharing && { type: "sharing", sharing };
}

/** Comes after what needs no waiting for the outside, such as the local store's answers. */
function nextTurn(): Promise<"later"> {
  return new Promise((resolve) => setImmediate(() => resolve("later")));
}

import type { ActiveBackend } from "../activeBackend.ts";
import type { Backend } from "../backend/backend.ts";
import { IntegrationPacksError, messageForUsers } from "../errors.ts";
import type { WizardActions, WizardCapabilities, WizardErrorCode, WizardMessage } from "./protocol.ts";

/** Where the wizard's data comes from. */
export interface PackFeedOptions {
  readonly packId: string;
  readonly backend: ActiveBackend;
  readonly timeZone: () => string;
  readonly actions: WizardActions;
  readonly post: (message: WizardMessage) => void;
}

/** What was read of a pack: what is there, and what is still on its way. */
interface PackReading {
  readonly pack: WizardMessage;
  readonly rest: readonly Promise<WizardMessage | undefined>[];
}

/** Sends the pack to the webview: what is there in one message, the rest as soon as it is there. */
export class PackFeed {
  readonly #options: PackFeedOptions;
  #latest = 0;
  #ahead: Promise<PackReading> | undefined;

  constructor(options: PackFeedOptions) {
    this.#options = options;
  }

  /** Reads for the first `send`, while the page is being loaded. */
  readAhead(): void {
    this.#ahead = this.#read();
    // Told by the `send` that waits for it.
    this.#ahead.catch(() => undefined);
  }

  /** Sends everything as it is now: the data changed. */
  sendAnew(): Promise<void> {
    this.#ahead = undefined;
    return this.send();
  }

  /** Sends everything, as it was read ahead or as it is now; an answer that came too late is dropped. */
  async send(): Promise<void> {
    const post = this.#postIfLatest();
    const reading = this.#ahead ?? this.#read();
    this.#ahead = undefined;
    try {
      const { pack, rest } = await reading;
      const messages = [pack];
      const later: Promise<WizardMessage | undefined>[] = [];
      for (const each of rest) {
        const there = await Promise.race([each, nextTurn()]);
        if (there === "later") later.push(each);
        else if (there) messages.push(there);
      }
      post({ type: "several", messages });
      for (const each of later) {
        void each.then((message) => {
          if (message) post(message);
        });
      }
    } catch (error) {
      post({ type: "packFailed", code: errorCode(error), message: messageForUsers(error) });
    }
  }

  async #read(): Promise<PackReading> {
    const { packId, backend: active, timeZone } = this.#options;
    const backend = await active.get();
    const pack = await backend.getPack(packId);
    const componentIds = pack.components.map(({ componentId }) => componentId);
    return {
      pack: { type: "pack", pack, timeZone: timeZone(), capabilities: this.#capabilities(backend) },
      rest: [readVersions(backend, componentIds), readSharing(backend, packId)],
    };
  }

  #postIfLatest(): (message: WizardMessage) => void {
    const turn = ++this.#latest;
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

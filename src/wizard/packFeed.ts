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

/** Sends the pack to the webview: the pack as soon as it is there, then its versions and who receives it. */
export class PackFeed {
  readonly #options: PackFeedOptions;
  #latest = 0;

  constructor(options: PackFeedOptions) {
    this.#options = options;
  }

  /** Reads and sends everything; an answer that came too late is dropped. */
  async send(): Promise<void> {
    const { packId, backend: active, timeZone } = this.#options;
    const post = this.#postIfLatest();
    try {
      const backend = await active.get();
      const pack = await backend.getPack(packId);
      post({ type: "pack", pack, timeZone: timeZone(), capabilities: this.#capabilities(backend) });
      const componentIds = pack.components.map(({ componentId }) => componentId);
      await Promise.all([sendVersions(backend, componentIds, post), sendSharing(backend, packId, post)]);
    } catch (error) {
      post({ type: "packFailed", code: errorCode(error), message: messageForUsers(error) });
    }
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

async function sendVersions(
  backend: Backend,
  componentIds: readonly string[],
  post: (message: WizardMessage) => void,
): Promise<void> {
  try {
    post({ type: "versions", versions: Object.fromEntries(await backend.listVersions(componentIds)) });
  } catch (error) {
    post({ type: "versionsFailed", message: messageForUsers(error) });
  }
}

/** Only for a hint at the end: without it the wizard says nothing about groups. */
async function sendSharing(
  backend: Backend,
  packId: string,
  post: (message: WizardMessage) => void,
): Promise<void> {
  const sharing = await backend.getSharing(packId).catch(() => undefined);
  if (sharing) post({ type: "sharing", sharing });
}

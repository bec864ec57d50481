import type { Snapshot } from "../../../src/model/snapshot/snapshot.ts";
import { PlatformStandIn, type PlatformConditions } from "../../support/platform/standIn/platformStandIn.ts";
import { useSession, type Session } from "./session.ts";
import { platformSettings, signIn } from "./signIn.ts";

/** A window, and the stand-in of the platform that it works on. The members are available from `before` on. */
export interface PlatformSession extends Session {
  readonly platform: PlatformStandIn;
}

/** Options of `usePlatform`. */
export interface PlatformSessionOptions {
  /** How the stand-in behaves at first. */
  readonly conditions?: Partial<PlatformConditions>;
  /** The settings of the window; address and account of the stand-in when left out, and the user is signed in then. */
  readonly settings?: (platform: PlatformStandIn) => Readonly<Record<string, string>>;
}

/**
 * Starts a stand-in of the platform with the content before the tests of the surrounding `describe`, opens a window on it and
 * signs in. Ends both after the tests.
 */
export function usePlatform(
  content: Snapshot,
  { conditions = {}, settings }: PlatformSessionOptions = {},
): PlatformSession {
  let platform: PlatformStandIn | undefined;
  const started = () => {
    if (!platform) throw new Error("The stand-in of the platform runs from `before` on.");
    return platform;
  };
  before("start the stand-in of the platform", async () => {
    platform = await PlatformStandIn.start(content, conditions);
  });
  after("stop the stand-in of the platform", () => platform?.stop());
  const session = useSession({
    alone: true,
    // Read when the editor starts, once the stand-in has a port.
    get settings() {
      return settings ? settings(started()) : platformSettings(started().baseUrl, started().access);
    },
  });
  if (!settings) {
    before("sign in", async () => {
      await session.workbench.openPacks();
      await signIn(session.workbench, started().access);
      await session.workbench.packs.row(content.packs[0]?.name ?? "").waitFor();
    });
  }
  return {
    get platform() {
      return started();
    },
    get editor() {
      return session.editor;
    },
    get workbench() {
      return session.workbench;
    },
    get workspace() {
      return session.workspace;
    },
  };
}

import { join } from "node:path";
import type { IntegrationPack } from "../src/model/pack/pack.ts";
import { platformSettings, signIn } from "../test/e2e/support/signIn.ts";
import { storeInWorkspace, withStore } from "../test/e2e/support/workspaceStore.ts";
import type { Workbench } from "../test/e2e/support/workbench.ts";
import { PlatformStandIn } from "../test/support/platform/standIn/platformStandIn.ts";
import { users } from "../test/support/platform/standIn/privileges.ts";
import { samples } from "./samples/samples.ts";

/** A component of a pack, read without the extension. */
export type ReleasedComponent = Pick<
  IntegrationPack["components"][number],
  "componentId" | "componentName" | "currentVersion"
>;

/** What the command line needs to work on a backend. */
export interface CommandLine {
  readonly options: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/** The backend of a demonstration. */
export interface DemoBackend {
  readonly settings: Readonly<Record<string, string>>;
  /** Loads the sample packs, so that the tree shows them. */
  loadPacks(workbench: Workbench): Promise<void>;
  readComponents(packName: string): Promise<readonly ReleasedComponent[]>;
  readonly commandLine: CommandLine;
  stop(): Promise<void>;
}

/** Runs the demonstration on the local store of the workspace, whose file it reads as another program would. */
export function localDemo(workspace: string): DemoBackend {
  return {
    settings: storeInWorkspace,
    loadPacks: (workbench) => workbench.button("Load Sample Packs").click(),
    readComponents: (packName) =>
      withStore(workspace, async (store) => {
        const pack = (await store.listPacks()).find(({ name }) => name === packName);
        if (pack === undefined) throw new Error(`The store has no pack ${packName}.`);
        return pack.components;
      }),
    commandLine: { options: ["--store", join(workspace, "store.db")], environment: {} },
    stop: () => Promise.resolve(),
  };
}

/** Runs the demonstration on the stand-in of the Boomi Platform, whose state it reads. Its user may not read accounts. */
export async function platformDemo(workspace: string): Promise<DemoBackend> {
  const platform = await PlatformStandIn.start(samples, {
    privileges: new Set(users.withoutAccountAdmin),
  });
  const { access, baseUrl } = platform;
  return {
    settings: platformSettings(baseUrl, access),
    loadPacks: (workbench) => signIn(workbench, access),
    readComponents(packName) {
      const pack = [...platform.state.packs.values()].find(({ name }) => name === packName);
      if (pack === undefined) throw new Error(`The platform has no pack ${packName}.`);
      return Promise.resolve(pack.components.map((component) => ({ ...component })));
    },
    commandLine: {
      options: ["--platform", "--records", join(workspace, "records.db")],
      environment: {
        BOOMI_BASE_URL: baseUrl,
        BOOMI_ACCOUNT_ID: access.accountId,
        BOOMI_USER: access.email,
        BOOMI_TOKEN: access.token,
      },
    },
    stop: () => platform.stop(),
  };
}

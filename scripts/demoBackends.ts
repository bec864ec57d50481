import type { IntegrationPack } from "../src/model/pack/pack.ts";
import { storeInWorkspace, withStore } from "../test/e2e/support/workspaceStore.ts";
import type { Workbench } from "../test/e2e/support/workbench.ts";
import { PlatformStandIn } from "../test/support/platform/platformStandIn.ts";
import { samples } from "./samples/samples.ts";

/** A component as it is released, read past the extension. */
export type ReleasedComponent = Pick<
  IntegrationPack["components"][number],
  "componentId" | "componentName" | "currentVersion"
>;

/** What a demonstration runs on. */
export interface DemoBackend {
  readonly settings: Readonly<Record<string, string>>;
  /** Gets the sample packs into the tree. */
  loadPacks(workbench: Workbench): Promise<void>;
  readComponents(packName: string): Promise<readonly ReleasedComponent[]>;
  stop(): Promise<void>;
}

/** The local store of the workspace, read from its file as another program would. */
export function localDemo(workspace: string): DemoBackend {
  return {
    settings: storeInWorkspace,
    loadPacks: (workbench) => workbench.button("Load Sample Packs").click(),
    readComponents: (packName) =>
      withStore(workspace, async (store) => {
        const pack = (await store.listPacks()).find(({ name }) => name === packName);
        if (pack === undefined) throw new Error(`The store holds no pack ${packName}.`);
        return pack.components;
      }),
    stop: () => Promise.resolve(),
  };
}

/** The stand-in of the Boomi Platform, read from what it keeps. */
export async function platformDemo(): Promise<DemoBackend> {
  const platform = await PlatformStandIn.start(samples);
  const { accountId, email, token } = platform.access;
  return {
    settings: {
      "integrationPacks.backend": "platform",
      "integrationPacks.platform.baseUrl": platform.baseUrl,
      "integrationPacks.platform.accountId": accountId,
    },
    async loadPacks(workbench) {
      const { quickInput } = workbench;
      await workbench.runCommand("Sign In to Boomi…");
      for (const [step, answer] of [email, token].entries()) {
        await quickInput.waitForTitle(`(${step + 1}/2)`);
        await quickInput.fill(answer);
        await quickInput.accept();
      }
    },
    readComponents(packName) {
      const pack = [...platform.state.packs.values()].find(({ name }) => name === packName);
      if (pack === undefined) throw new Error(`The platform holds no pack ${packName}.`);
      return Promise.resolve(pack.components.map((component) => ({ ...component })));
    },
    stop: () => platform.stop(),
  };
}

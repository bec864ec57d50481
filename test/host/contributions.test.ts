import assert from "node:assert/strict";
import * as vscode from "vscode";

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly views: Record<string, readonly { readonly id: string }[]>;
    readonly configuration: {
      readonly properties: Record<string, { default: unknown; description?: string }>;
    };
  };
}

describe("the contributions of package.json", () => {
  async function manifest(): Promise<Manifest["contributes"]> {
    const extension = vscode.extensions.getExtension<unknown>("packworks.integration-packs");
    assert.ok(extension, "the extension is not installed");
    await extension.activate();
    return (extension.packageJSON as Manifest).contributes;
  }

  it("contain exactly the commands that are registered", async () => {
    const contributed = (await manifest()).commands.map(({ command }) => command);
    const all = await vscode.commands.getCommands(true);
    const generated = /\.(focus|resetViewLocation|open|toggleVisibility|removeView)$/;
    const registered = all.filter(
      (command) => command.startsWith("integrationPacks.") && !generated.test(command),
    );
    assert.deepEqual(registered.sort(), contributed.sort());
  });

  it("have the default of every setting", async () => {
    const { properties } = (await manifest()).configuration;
    const defaults = Object.fromEntries(
      Object.entries(properties).map(([key, value]) => [key, value.default]),
    );
    assert.deepEqual(defaults, {
      "integrationPacks.backend": "local",
      "integrationPacks.local.storePath": "",
      "integrationPacks.platform.baseUrl": "https://api.boomi.com",
      "integrationPacks.platform.accountId": "",
      "integrationPacks.platform.overrideAccount": "",
      "integrationPacks.platform.requestsPerSecond": 5,
      "integrationPacks.platform.scheduleWith": "platform",
      "integrationPacks.platform.records": "",
      "integrationPacks.release.branch": "main",
      "integrationPacks.scheduler.timeZone": "",
      "integrationPacks.scheduler.missedReleases": "release",
    });
  });
});

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import launch from "../../../.vscode/launch.json" with { type: "json" };
import tasks from "../../../.vscode/tasks.json" with { type: "json" };
import manifest from "../../../package.json" with { type: "json" };

const checkout = join(import.meta.dirname, "../../..");
const labels = tasks.tasks.map(({ label }) => label);

describe("the folder .vscode", () => {
  it("has every task that a launch configuration runs first", () => {
    for (const { name, preLaunchTask } of launch.configurations) {
      if (preLaunchTask !== undefined) assert.ok(labels.includes(preLaunchTask), name);
    }
  });

  it("has tasks that run existing scripts of the manifest or existing tasks", () => {
    for (const { label, script, dependsOn = [] } of tasks.tasks) {
      if (script !== undefined) assert.ok(script in manifest.scripts, label);
      for (const other of dependsOn) assert.ok(labels.includes(other), label);
    }
  });

  it("starts only programs that npm installs", () => {
    const programs = launch.configurations.flatMap(({ program, runtimeExecutable }) =>
      [program, runtimeExecutable].filter((path) => path !== undefined),
    );
    assert.ok(programs.length > 0);
    for (const program of programs) {
      const path = program.replace("${workspaceFolder}", checkout);
      assert.ok(existsSync(path), path);
    }
  });
});

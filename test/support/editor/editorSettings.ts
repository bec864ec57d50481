import { readFileSync } from "node:fs";
import type * as vscode from "vscode";
import { Emitter } from "../../../src/base/event.ts";

interface Contribution {
  readonly properties: Readonly<Record<string, { readonly default?: unknown }>>;
}

const { contributes, capabilities } = JSON.parse(
  readFileSync(new URL("../../../package.json", import.meta.url), "utf8"),
) as {
  contributes: { configuration: Contribution };
  capabilities: { untrustedWorkspaces: { restrictedConfigurations: string[] } };
};

/** The settings of the stand-in of the VS Code API, with the defaults of the manifest. */
class EditorSettings {
  readonly #user = new Map<string, unknown>();
  readonly #workspace = new Map<string, unknown>();
  readonly #changed = new Emitter<vscode.ConfigurationChangeEvent>();
  readonly onDidChange = this.#changed.event;
  isTrusted = true;

  /** The names of all settings in the manifest. */
  get names(): string[] {
    return Object.keys(contributes.configuration.properties);
  }

  /** The names of the settings that the manifest restricts in workspaces that are not trusted. */
  get restrictedNames(): string[] {
    return [...capabilities.untrustedWorkspaces.restrictedConfigurations];
  }

  defaultOf(key: string): unknown {
    return contributes.configuration.properties[key]?.default;
  }

  /** Sets a value; `undefined` removes it. */
  set(key: string, value: unknown, place: "user" | "workspace" = "workspace"): void {
    const values = place === "user" ? this.#user : this.#workspace;
    if (value === undefined) values.delete(key);
    else values.set(key, value);
    this.#changed.fire({ affectsConfiguration: (section) => key.startsWith(section) });
  }

  get(key: string): unknown {
    const { workspaceValue, globalValue, defaultValue } = this.inspect(key);
    return [workspaceValue, globalValue, defaultValue].find((value) => value !== undefined);
  }

  inspect(key: string) {
    return {
      key,
      defaultValue: this.defaultOf(key),
      globalValue: this.#user.get(key),
      workspaceValue: this.#workspace.get(key),
    };
  }

  reset(): void {
    this.#user.clear();
    this.#workspace.clear();
    this.isTrusted = true;
  }
}

export const editorSettings = new EditorSettings();

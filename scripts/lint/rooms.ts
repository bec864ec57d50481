/** A folder of `src/` or `webview-ui/`, or a file beside the folders, and everything that its code may import. */
export interface Room {
  /** Other rooms. */
  readonly takes: readonly string[];
  /** Other rooms of which it may import types only. */
  readonly takesTypes?: readonly string[];
  /** Packages, `vscode`, and `node:*` for the modules of Node.js. */
  readonly modules: readonly string[];
}

const l10n = "@vscode/l10n";

/** The domain: plain data and pure functions. */
const domain = ["src/base", "src/errors", "src/model"];

/** Everything that runs without VS Code, except for the two backends, which only `session/` and `cli/` open. */
const core = [...domain, "src/protocol", "src/backend", "src/scheduler"];

const backends = ["src/backend/local", "src/backend/platform"];

// Inside VS Code every room imports the rooms before it.
const belowUi = [...core, "src/contributions.ts"];
const belowSession = [...belowUi, "src/ui"];
const belowComparison = [...belowSession, "src/session"];
const belowViews = [...belowComparison, "src/comparison"];
const belowPlans = [...belowViews, "src/views", "src/panels"];
const belowAgents = [...belowPlans, "src/plans", "src/agents/tools"];
const belowCommands = [...belowAgents, "src/agents/vscode", "src/deepLinks"];
const belowApi = [...belowCommands, "src/commands"];

/** What every page of the webviews imports. It runs in a browser: without VS Code, without Node.js. */
const page = {
  takes: ["src/base", "src/model", "src/protocol", "webview-ui/shared"],
  takesTypes: ["src/errors"],
  modules: [l10n, "preact"],
};

/**
 * Every room with what it may import. Lint rejects any other import, and any file that is in no room. A folder without a
 * line of its own belongs to the room around it.
 */
export const rooms: Readonly<Record<string, Room>> = {
  "src/base": { takes: [], modules: [] },
  "src/errors": { takes: ["src/base"], modules: [l10n] },
  "src/model": {
    takes: ["src/base", "src/errors"],
    modules: [l10n, "canonicalize", "date-fns-tz", "valibot"],
  },
  "src/protocol": { takes: domain, modules: ["valibot"] },
  "src/backend": { takes: domain, modules: [l10n, "node:crypto", "node:os"] },
  "src/backend/sqlite": { takes: [...domain, "src/backend"], modules: [l10n, "node:*"] },
  "src/backend/local": { takes: [...domain, "src/backend", "src/backend/sqlite"], modules: [l10n, "node:*"] },
  "src/backend/platform": {
    takes: [...domain, "src/backend", "src/backend/sqlite"],
    modules: [l10n, "node:*", "axios", "pg", "valibot"],
  },
  "src/scheduler": { takes: [...domain, "src/backend"], modules: [] },
  "src/agents/tools": { takes: core, modules: [l10n, "node:*", "valibot", "@valibot/to-json-schema"] },
  "src/cli": {
    takes: [...core, ...backends, "src/agents/tools"],
    modules: [l10n, "node:*", "commander", "@modelcontextprotocol/server", "valibot"],
  },

  "src/contributions.ts": { takes: core, modules: ["vscode"] },
  "src/ui": { takes: belowUi, modules: [l10n, "vscode", "node:*"] },
  "src/session": { takes: [...belowSession, ...backends], modules: [l10n, "vscode", "node:*"] },
  "src/comparison": { takes: belowComparison, modules: [l10n, "vscode", "node:*", "saxes", "valibot"] },
  "src/views": { takes: belowViews, modules: [l10n, "vscode", "node:*"] },
  "src/panels": { takes: belowViews, modules: [l10n, "vscode", "node:*", "valibot"] },
  "src/plans": { takes: belowPlans, modules: [l10n, "vscode", "node:*", "jsonc-parser"] },
  "src/agents/vscode": { takes: belowAgents, modules: [l10n, "vscode", "node:*", "valibot"] },
  "src/deepLinks": { takes: belowPlans, modules: [l10n, "vscode", "node:*"] },
  "src/commands": { takes: belowCommands, modules: [l10n, "vscode", "node:*"] },
  "src/api": { takes: belowApi, modules: [l10n, "vscode", "node:*", "valibot"] },
  "src/extension.ts": { takes: [...belowApi, "src/api"], modules: [l10n, "vscode", "node:*"] },

  "webview-ui/shared": {
    ...page,
    modules: [...page.modules, "@microsoft/fast-element", "@vscode/webview-ui-toolkit"],
  },
  "webview-ui/details": page,
  "webview-ui/overview": page,
  "webview-ui/calendar": { ...page, modules: [...page.modules, "cally"] },
  "webview-ui/wizard": {
    ...page,
    takes: [...page.takes, "webview-ui/details"],
    modules: [...page.modules, "@vscode/webview-ui-toolkit", "cally"],
  },
};

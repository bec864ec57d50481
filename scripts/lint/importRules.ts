import boundaries from "eslint-plugin-boundaries";
import * as importX from "eslint-plugin-import-x";
import { rooms, type Room } from "./rooms.ts";

/** Files that can contain code, in whichever of its languages. */
const code = "**/*.{js,jsx,mjs,cjs,ts,tsx,mts,cts}";

/** Extensions that the resolvers try. The project's own imports carry theirs. */
const extensions = [".ts", ".tsx", ".js", ".json"];

const isFile = (room: string) => room.endsWith(".ts");
const depth = (room: string) => room.split("/").length;

/** Outer rooms first. */
const sorted = Object.entries(rooms).sort(([one], [other]) => depth(one) - depth(other));
const names = sorted.map(([name]) => name);
const folders = names.filter((name) => !isFile(name));
const files = names.filter(isFile);

/** Selects the code in one of the rooms. */
const inRooms = (chosen: readonly string[]) => [
  { element: { types: { anyOf: chosen.filter((room) => !isFile(room)) } } },
  { file: { categories: { anyOf: chosen.filter(isFile) } } },
];

/** The rule for the code of one room. It replaces the rule of the room around it. */
function ruleOf(name: string, { takes, takesTypes = [], modules }: Room) {
  const allow = [
    { to: inRooms(takes) },
    { to: inRooms(takesTypes), dependency: { kind: "type" } },
    { to: { module: { origin: ["external", "core"], source: [...modules] } } },
  ];
  const options = {
    default: "disallow",
    checkAllOrigins: true,
    checkUnknownLocals: true,
    policies: [{ allow }],
    message:
      'scripts/lint/rooms.ts does not allow "{{dependency.source}}" here; see CONTRIBUTING.md, Layout.',
  };
  return {
    files: [isFile(name) ? name : `${name}/${code}`],
    rules: { "boundaries/dependencies": ["error", options] },
  };
}

/** Rejects imports that `rooms` does not allow, files in no room, and circles of imports at run time. */
export const importRules = [
  {
    files: [`src/${code}`, `webview-ui/${code}`],
    plugins: { boundaries, "import-x": importX },
    settings: {
      // The first element that is around a file counts.
      "boundaries/elements": folders
        .toReversed()
        .map((folder) => ({ type: folder, pattern: folder, partialMatch: false })),
      "boundaries/files": files.map((file) => ({ category: file, pattern: file })),
      "boundaries/dependency-nodes": ["import", "dynamic-import", "export", "require"],
      "boundaries/legacy-templates": false,
      "import/resolver": { node: { extensions } },
      "import-x/extensions": [".ts", ".tsx"],
      "import-x/parsers": { "@typescript-eslint/parser": [".ts", ".tsx"] },
      "import-x/resolver-next": [importX.createNodeResolver({ extensions })],
    },
    rules: { "boundaries/no-unknown-files": "error", "import-x/no-cycle": "error" },
  },
  ...sorted.map(([name, room]) => ruleOf(name, room)),
];

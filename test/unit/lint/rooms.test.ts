import assert from "node:assert/strict";
import { rooms } from "../../../scripts/lint/rooms.ts";

/** The order of `src/`: a room imports rooms of earlier lines only. */
const floors = [
  ["src/base"],
  ["src/errors"],
  ["src/model"],
  ["src/protocol", "src/backend"],
  ["src/backend/sqlite"],
  ["src/backend/local", "src/backend/platform"],
  ["src/scheduler"],
  ["src/agents/tools"],
  ["src/cli", "src/contributions.ts"],
  ["src/ui"],
  ["src/session"],
  ["src/comparison"],
  ["src/views", "src/panels"],
  ["src/plans"],
  ["src/agents/vscode", "src/deepLinks"],
  ["src/commands"],
  ["src/api"],
  ["src/extension.ts"],
];

const floorOf = (room: string) => floors.findIndex((floor) => floor.includes(room));
const isPage = (room: string) => room.startsWith("webview-ui/");

describe("the table of rooms", () => {
  const pairs = Object.entries(rooms).flatMap(([room, { takes, takesTypes = [] }]) =>
    [...takes, ...takesTypes].map((taken) => [room, taken] as const),
  );

  it("names only rooms that exist in it", () => {
    for (const [room, taken] of pairs) assert.ok(taken in rooms, `${room} takes ${taken}`);
  });

  it("allows imports in one direction only", () => {
    for (const [room, taken] of pairs) {
      if (isPage(room)) continue;
      assert.ok(floorOf(room) >= 0, `${room} has no floor`);
      assert.ok(floorOf(taken) >= 0 && floorOf(taken) < floorOf(room), `${room} takes ${taken}`);
    }
  });

  it("allows only the session and the command line to open a backend", () => {
    const opening = pairs
      .filter(([, taken]) => /^src\/backend\/(local|platform)$/.test(taken))
      .map(([room]) => room);
    assert.deepEqual([...new Set(opening)].sort(), ["src/cli", "src/session"]);
  });

  it("keeps VS Code out of everything that runs without it", () => {
    const free = Object.keys(rooms).filter(
      (room) =>
        /^src\/(base|errors|model|protocol|backend|scheduler|cli|agents\/tools)/.test(room) || isPage(room),
    );
    assert.ok(free.length > 10);
    for (const room of free) assert.ok(!rooms[room]?.modules.includes("vscode"), room);
  });

  it("keeps Node.js out of the domain and the webviews", () => {
    for (const room of Object.keys(rooms)) {
      if (!/^src\/(base|errors|model|protocol)$/.test(room) && !isPage(room)) continue;
      assert.ok(!rooms[room]?.modules.some((module) => module.startsWith("node:")), room);
    }
  });

  it("gives webviews the model, the protocol, and the types of errors", () => {
    for (const [room, taken] of pairs) {
      if (!isPage(room)) continue;
      assert.match(taken, /^(src\/(base|model|protocol|errors)|webview-ui\/\w+)$/, `${room} takes ${taken}`);
    }
    for (const room of Object.keys(rooms).filter(isPage)) {
      assert.ok(!rooms[room]?.takes.includes("src/errors"), room);
    }
  });
});

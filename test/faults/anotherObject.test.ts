import assert from "node:assert/strict";
import type { PlatformBackend } from "../../src/backend/platform/platformBackend.ts";
import { IntegrationPacksError } from "../../src/errors/errors.ts";
import { ids, store } from "../support/fixtures/store.ts";
import { summarize } from "../support/mocha/summarize.ts";
import { on, type Fault, type Matches } from "../support/platform/standIn/faults.ts";
import { PlatformBackends } from "../support/platform/platformBackends.ts";
import { isRow, type Row } from "../support/platform/standIn/platformObject.ts";

const packId = ids.orderToCash;
const chosen: Readonly<Record<string, string>> = { [ids.createOrder]: "hotfix-7", [ids.orderApi]: "9" };
const sending = on("ReleaseIntegrationPack", "create");

/** Changes what an answer says of which object it is about, or what of the object it contains. */
type Lie = (row: Row) => Row;

const lies: Readonly<Record<string, Lie>> = {
  "is about another pack": (row) => (row["id"] === packId ? { ...row, id: ids.scheduled } : row),
  "is about another request": (row) =>
    "requestId" in row ? { ...row, requestId: "release-of-another-pack" } : row,
  "has no list of components": ({ PublisherPackagedComponents: _, ...row }) => row,
  "has an empty list of components": (row) =>
    "PublisherPackagedComponents" in row ? { ...row, PublisherPackagedComponents: {} } : row,
  "has other versions than were sent": (row) =>
    "ReleasePackagedComponents" in row ? { ...row, ReleasePackagedComponents: {} } : row,
};

function faultOf(lie: Lie): Fault {
  return {
    kind: "changed",
    change: (answer) => {
      try {
        return { ...answer, body: JSON.stringify(withLie(JSON.parse(answer.body), lie)) };
      } catch {
        return answer;
      }
    },
  };
}

function withLie(content: unknown, lie: Lie): unknown {
  if (Array.isArray(content)) return content.map((item) => withLie(item, lie));
  if (!isRow(content)) return content;
  return lie(Object.fromEntries(Object.entries(content).map(([key, value]) => [key, withLie(value, lie)])));
}

function at(position: number): Matches {
  let met = -1;
  return () => (met += 1) === position;
}

describe("answers of the platform about something else than was asked for", function () {
  this.timeout(120_000);
  const tally = { operations: 0, done: 0, refused: 0, unknown: 0 };
  after(() =>
    summarize(
      `another object's answer: ${tally.operations} operations with one false answer – ${tally.done} done, ${tally.refused} refused, ${tally.unknown} unknown; 0 unconfirmed, 0 repeated, 0 misreported, no component lost`,
    ),
  );

  /** Does the work while one answer lies, at every position, and checks the platform after each. */
  async function withEachAnswer(
    lie: Lie,
    work: (backend: PlatformBackend) => Promise<unknown>,
    check: (result: unknown, backends: PlatformBackends) => void,
  ): Promise<void> {
    for (let position = 0, requests = 1; position < requests; position += 1) {
      const backends = await PlatformBackends.start(store());
      try {
        const backend = await backends.open();
        await backend.getPack(packId);
        backends.platform.faults.plan(at(position), faultOf(lie));
        const before = backends.platform.log.length;
        const result = await work(backend).catch((error: unknown) => {
          assert.ok(error instanceof IntegrationPacksError, String(error));
          return error;
        });
        requests = Math.max(requests, backends.platform.log.length - before);
        tally.operations += 1;
        if (!(result instanceof IntegrationPacksError)) tally.done += 1;
        else if (result.code === "OutcomeUnknown") tally.unknown += 1;
        else tally.refused += 1;
        check(result, backends);
      } finally {
        await backends.dispose();
      }
    }
  }

  const componentsOf = ({ platform }: PlatformBackends) =>
    (platform.state.packs.get(packId)?.components ?? []).map(({ componentId }) => componentId).sort();

  for (const [name, lie] of Object.entries(lies)) {
    it(`that ${name}: a release is sent as confirmed or not at all, and reported as it is`, async () => {
      await withEachAnswer(
        lie,
        (backend) => backend.release({ packId }),
        (result, backends) => {
          const { platform } = backends;
          const sent = platform.log.filter(sending);
          assert.ok(sent.length <= 1, "sent twice");
          const current = Object.fromEntries(
            (platform.state.packs.get(packId)?.components ?? []).map(({ componentId, currentVersion }) => [
              componentId,
              currentVersion,
            ]),
          );
          if (!(result instanceof IntegrationPacksError)) assert.deepEqual(current, chosen);
          else if (result.code !== "OutcomeUnknown") assert.equal(sent.length, 0, result.message);
        },
      );
    });

    it(`that ${name}: an edit of the description loses no component`, async () => {
      let before: string[] | undefined;
      await withEachAnswer(
        lie,
        (backend) => backend.editing.editPack(packId, { description: "Other words" }),
        (_, backends) => {
          before ??= [ids.cancelOrder, ids.createOrder, ids.orderApi].sort();
          assert.deepEqual(componentsOf(backends), before);
        },
      );
    });
  }
});

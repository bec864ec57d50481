import assert from "node:assert/strict";
import fc from "fast-check";
import * as v from "valibot";
import * as readers from "../../../../../src/backend/platform/http/readers.ts";
import { urlPart } from "../../../../../src/backend/platform/http/urlPart.ts";

const pack = {
  id: "p-1",
  name: "Order to Cash",
  Description: "All of it",
  installationType: "SINGLE",
  PublisherPackagedComponents: {
    PublisherPackagedComponent: [
      {
        componentId: "c-1",
        componentName: "Create Order",
        componentType: "process",
        currentVersion: "1.0",
        pendingVersion: "",
        latestVersion: "1.1",
        deleted: false,
      },
    ],
  },
};

const packagedComponent = {
  packageId: "k-1",
  packageVersion: "1.0",
  componentId: "c-1",
  componentVersion: 3,
  componentType: "process",
  createdDate: "2017-03-16T13:34:01Z",
  createdBy: "dev@example.com",
  notes: "",
  shareable: true,
  deleted: false,
  branchName: "main",
};

const status = {
  "@type": "ReleaseIntegrationPackStatus",
  requestId: "release-1",
  releaseStatus: "IN_PROGRESS",
  releaseOnDate: "2026-12-01",
  ReleasePackagedComponents: { ReleasePackagedComponent: [{ componentId: "c-1", version: "1.1" }] },
};

describe("reading the platform's objects", function () {
  this.timeout(20_000);

  it("takes strings for numbers and booleans, and numbers for texts", () => {
    const read = v.parse(readers.packagedComponentSchema, {
      ...packagedComponent,
      componentVersion: "3",
      shareable: "true",
      deleted: "false",
      packageVersion: 1.5,
    });
    assert.equal(read.componentVersion, 3);
    assert.equal(read.shareable, true);
    assert.equal(read.deleted, false);
    assert.equal(read.packageVersion, "1.5");
  });

  it("takes half of a surrogate pair for what cannot be read, in texts and in ids", () => {
    const read = v.parse(readers.statusSchema, { ...status, requestId: "release-\ud83d", message: "\udca9" });
    assert.equal(read.requestId, "release-\ufffd");
    assert.equal(read.message, "\ufffd");
    assert.doesNotThrow(() => urlPart("pack-\ud83d"));
  });

  it("takes a bare object for a list of one, and a list that is absent for no empty one", () => {
    const [component] = pack.PublisherPackagedComponents.PublisherPackagedComponent;
    const whole = v.parse(readers.packSchema, pack);
    const bare = { ...pack, PublisherPackagedComponents: { PublisherPackagedComponent: component } };
    assert.deepEqual(v.parse(readers.packSchema, bare), whole);
    const listed = (components: unknown) =>
      v.parse(readers.packSchema, { ...pack, PublisherPackagedComponents: components })
        .PublisherPackagedComponents;
    for (const none of [undefined, null, "", {}, { PublisherPackagedComponent: null }]) {
      assert.deepEqual(listed(none), { isListed: false, rows: [], unreadable: 0 });
    }
    assert.deepEqual(listed({ PublisherPackagedComponent: [] }), { isListed: true, rows: [], unreadable: 0 });
  });

  it("takes a pack with nothing but its id", () => {
    const read = v.parse(readers.packSchema, { id: 7 });
    assert.deepEqual(read, {
      id: "7",
      name: "",
      installationType: "SINGLE",
      PublisherPackagedComponents: { isListed: false, rows: [], unreadable: 0 },
    });
  });

  it("counts a component without an id: leaving it out of a list would remove it from the pack", () => {
    const [component] = pack.PublisherPackagedComponents.PublisherPackagedComponent;
    const list = { PublisherPackagedComponent: [{ componentName: "Create Order" }, component, 7] };
    const read = v.parse(readers.packSchema, { ...pack, PublisherPackagedComponents: list });
    assert.equal(read.PublisherPackagedComponents.unreadable, 2);
    assert.deepEqual(
      read.PublisherPackagedComponents.rows.map(({ componentId }) => componentId),
      ["c-1"],
    );
  });

  it("reads whether a component is marked as deleted, not marked, or neither", () => {
    const [component] = pack.PublisherPackagedComponents.PublisherPackagedComponent;
    const read = (deleted: unknown) => {
      const list = { PublisherPackagedComponent: [{ ...component, deleted }] };
      const { rows } = v.parse(readers.packSchema, {
        ...pack,
        PublisherPackagedComponents: list,
      }).PublisherPackagedComponents;
      return rows[0]?.deleted;
    };
    assert.deepEqual([true, "true", false, "FALSE", undefined, null, ""].map(read), [
      true,
      true,
      false,
      false,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("does not take anything for a page of a list", () => {
    for (const page of [{}, { message: "Not now." }, [], null, { queryToken: "t" }]) {
      assert.equal(v.safeParse(readers.pageSchema, page).success, false);
    }
    for (const page of [{ result: [] }, { numberOfResults: 0 }, { "@type": "QueryResult" }]) {
      assert.deepEqual(v.parse(readers.pageSchema, page), { result: [], queryToken: "" });
    }
  });

  it("takes INPROGRESS for IN_PROGRESS", () => {
    const read = (releaseStatus: string) =>
      v.parse(readers.statusSchema, { ...status, releaseStatus }).releaseStatus;
    assert.deepEqual(
      ["IN_PROGRESS", "INPROGRESS", "in progress", "SUCCESS", "ERROR", "SCHEDULED", "?"].map(read),
      ["IN_PROGRESS", "IN_PROGRESS", "IN_PROGRESS", "SUCCESS", "ERROR", "SCHEDULED", undefined],
    );
  });

  it("gives every version a date that can be shown", () => {
    fc.assert(
      fc.property(fc.anything(), (createdDate) => {
        const read = v.parse(readers.packagedComponentSchema, { ...packagedComponent, createdDate });
        assert.ok(!Number.isNaN(new Date(read.createdDate).getTime()));
      }),
    );
  });

  const samples = [
    [readers.packSchema, pack],
    [readers.packagedComponentSchema, packagedComponent],
    [readers.statusSchema, status],
    [readers.manifestSchema, { componentInfo: [{ id: "c-1", version: 3 }] }],
    [readers.pageSchema, { result: [], queryToken: "t", numberOfResults: 1 }],
    [
      readers.bulkSchema(readers.statusSchema),
      { response: [{ index: 0, id: "release-1", statusCode: 200, Result: status }] },
    ],
  ] as const;

  it("shows the other rows of a list when one cannot be read", () => {
    const manifest = v.parse(readers.manifestSchema, {
      componentInfo: [{ version: 1 }, null, { id: "c-1", version: 3 }],
    });
    assert.deepEqual(manifest.componentInfo, {
      isListed: true,
      rows: [{ id: "c-1", version: 3 }],
      unreadable: 2,
    });
    const item = { id: "release-1", statusCode: 200, Result: status };
    const answer = v.parse(readers.bulkSchema(readers.statusSchema), { response: [null, item, 7] });
    assert.deepEqual(
      answer.response.map(({ id }) => id),
      ["release-1"],
    );
  });

  it("never throws, wherever anything else stands in an answer", () => {
    fc.assert(
      fc.property(fc.constantFrom(...samples), fc.nat(), fc.anything(), ([schema, sample], at, other) => {
        const result = v.safeParse(schema, mutated(sample, at, other));
        assert.equal(typeof result.success, "boolean");
      }),
      { numRuns: 2000 },
    );
  });

  it("does not mind keys that nobody knows, anywhere", () => {
    for (const [schema, sample] of samples) {
      assert.deepEqual(v.parse(schema, withUnknownKeys(sample)), v.parse(schema, sample));
    }
  });
});

/** The value with one of the values in it, chosen by number, replaced. */
function mutated(value: unknown, at: number, other: unknown): unknown {
  const places: unknown[][] = [];
  const visit = (part: unknown, path: unknown[]) => {
    places.push(path);
    if (typeof part !== "object" || part === null) return;
    for (const [key, inner] of Object.entries(part)) visit(inner, [...path, key]);
  };
  visit(value, []);
  return replaced(value, places[at % places.length] ?? [], other);
}

function replaced(value: unknown, [key, ...rest]: readonly unknown[], other: unknown): unknown {
  if (key === undefined) return other;
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]): [string, unknown] => [
    name,
    name === key ? replaced(inner, rest, other) : inner,
  ]);
  return Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}

function withUnknownKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withUnknownKeys);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]): [string, unknown] => [
    key,
    withUnknownKeys(inner),
  ]);
  return Object.fromEntries([...entries, ["futureProperty", { of: ["the", "API"] }]]);
}

import assert from "node:assert/strict";
import { DetailsReader } from "../../../../../src/backend/platform/packs/detailsReader.ts";
import { Omissions } from "../../../../../src/backend/platform/packs/omissions.ts";
import { PackReader } from "../../../../../src/backend/platform/packs/packReader.ts";
import { VersionReader } from "../../../../../src/backend/platform/packs/versionReader.ts";
import {
  answered,
  clientWith,
  type ContentByPath,
} from "../../../../support/platform/scripted/scriptedClient.ts";
import { scriptedVersion } from "../../../../support/platform/scripted/scriptedVersions.ts";
import { scriptedComponent } from "../../../../support/platform/scripted/scriptedPacks.ts";
import { rejectsWith } from "../../../../support/rejectsWith.ts";

const manifest = "PackagedComponentManifest/k";
const deployed = "DeployedPackage/query";
const packs = "PublisherIntegrationPack/query";

const deployment = (packageId: string, environmentId: string, day: number) => ({
  packageId,
  environmentId,
  deployedDate: `2026-01-0${day}T00:00:00Z`,
  deployedBy: "ops@example.com",
  notes: "",
  active: true,
});
const metadata = (componentId: string, version: number, name: string, type = "process") => ({
  statusCode: 200,
  Result: {
    componentId,
    version,
    name,
    type,
    folderName: "Orders",
    modifiedBy: "dev",
    modifiedDate: "2026-01-09",
  },
});

/** The version `k` of the component `a`, with what it is made of, and where it is deployed. */
const content: ContentByPath = {
  "PackagedComponent/k": answered(200, scriptedVersion("a", "2", { packageId: "k" })),
  "PackagedComponent/query": [],
  [manifest]: answered(200, {
    packageId: "k",
    componentInfo: ["m", "a", "x"].map((id, at) => ({ id, version: at + 1 })),
  }),
  "ComponentMetadata/bulk": answered(200, {
    response: [metadata("a", 2, "Order", "process"), metadata("m", 1, "A Map", "transform.map")],
  }),
  [deployed]: [deployment("k", "e1", 1), deployment("k", "e2", 3), deployment("", "e9", 2)],
  "Environment/bulk": answered(200, { response: [{ statusCode: 200, Result: { id: "e1", name: "Test" } }] }),
};

function readerOf(changes: ContentByPath = {}) {
  const { client, timing, asked, requests } = clientWith({ ...content, ...changes });
  const omissions = new Omissions();
  const options = { client, omissions, now: () => timing.now() };
  const packReader = new PackReader({ ...options, wasReleased: () => Promise.resolve(false) });
  const versions = new VersionReader({ ...options, packs: packReader });
  const reader = new DetailsReader({ ...options, packs: packReader, versions });
  return { reader, asked, requests, omissions, timing };
}

describe("what a packaged version is made of", () => {
  it("has the packaged component first, then the others by name, each with what is known of its revision", async () => {
    const included = await readerOf().reader.listIncludedComponents("k");
    assert.deepEqual(
      included.map(({ componentId, name, type, version, folder }) => [
        componentId,
        name,
        type,
        version,
        folder,
      ]),
      [
        ["a", "Order", "process", 2, "Orders"],
        ["m", "A Map", "transform.map", 1, "Orders"],
        ["x", "x", "", 3, ""],
      ],
    );
    assert.deepEqual(
      included.map(({ modifiedBy, modifiedDate }) => [modifiedBy, modifiedDate]),
      [
        ["dev", "2026-01-09"],
        ["dev", "2026-01-09"],
        ["", "1970-01-01T00:00:00Z"],
      ],
    );
  });

  it("has ids in place of names that may not be read", async () => {
    const { reader } = readerOf({ "ComponentMetadata/bulk": answered(403) });
    assert.deepEqual(
      (await reader.listIncludedComponents("k")).map(({ name }) => name),
      ["a", "m", "x"],
    );
  });

  it("is read once in ten minutes, and counts what cannot be read", async () => {
    const { reader, asked, omissions, timing } = readerOf({
      [manifest]: answered(200, { packageId: "k", componentInfo: [{ id: "a", version: 2 }, { version: 3 }] }),
    });
    const manifests = () => asked.filter((path) => path === manifest).length;
    await reader.listIncludedComponents("k");
    assert.match(omissions.sentence ?? "", /: 1\./);
    timing.advance(590_000);
    await reader.listIncludedComponents("k");
    assert.equal(manifests(), 1);
    timing.advance(10_000);
    await reader.listIncludedComponents("k");
    assert.equal(manifests(), 2);
  });

  it("is not found for a version that the account does not have", async () => {
    await rejectsWith(readerOf().reader.listIncludedComponents("other"), "NotFound", /other/);
    const { reader } = readerOf({ [manifest]: answered(403) });
    await rejectsWith(reader.listIncludedComponents("k"), "Forbidden");
  });
});

describe("the XML of an included component", () => {
  const xml = "Component/m~1";

  it("is that of the included revision", async () => {
    const { reader, requests } = readerOf({ [xml]: answered(200, "<Component/>") });
    assert.equal(await reader.getComponentXml("k", "m"), "<Component/>");
    assert.equal(requests.find(({ path }) => path === xml)?.accept, "application/xml");
  });

  it("is empty where the build no longer has the revision", async () => {
    assert.equal(await readerOf().reader.getComponentXml("k", "m"), "");
  });

  it("fails where it may not be read, or the version does not include the component", async () => {
    await rejectsWith(readerOf({ [xml]: answered(403) }).reader.getComponentXml("k", "m"), "Forbidden");
    await rejectsWith(readerOf().reader.getComponentXml("k", "y"), "NotFound", /y/);
  });
});

describe("the deployments of a packaged version", () => {
  it("come latest first, with the names of the environments, else their ids", async () => {
    assert.deepEqual(
      (await readerOf().reader.listDeployments("k")).map(({ environment }) => environment),
      ["e2", "e9", "Test"],
    );
  });

  it("are those of this version, and of rows that name none", async () => {
    const { reader } = readerOf({
      [deployed]: [deployment("other", "e1", 4), deployment("", "e2", 2), deployment("k", "e1", 1)],
    });
    assert.deepEqual(await reader.listDeployments("k"), [
      {
        environment: "e2",
        deployedDate: "2026-01-02T00:00:00Z",
        deployedBy: "ops@example.com",
        notes: "",
        active: true,
      },
      {
        environment: "Test",
        deployedDate: "2026-01-01T00:00:00Z",
        deployedBy: "ops@example.com",
        notes: "",
        active: true,
      },
    ]);
  });

  it("ask for the name of no environment where a row names none, and count what cannot be read", async () => {
    const { reader, asked, omissions } = readerOf({ [deployed]: [deployment("k", "", 1), null] });
    assert.deepEqual(
      (await reader.listDeployments("k")).map(({ environment }) => environment),
      [""],
    );
    assert.ok(!asked.includes("Environment/bulk"));
    assert.match(omissions.sentence ?? "", /: 1\./);
  });

  it("are not found for a version that the account does not have", async () => {
    await rejectsWith(readerOf().reader.listDeployments("other"), "NotFound", /other/);
  });
});

describe("the packs that carry a packaged version", () => {
  const packWith = (id: string, componentId: string, currentVersion: string, pendingVersion: string) => {
    const component = scriptedComponent(componentId, { currentVersion, pendingVersion });
    return {
      id,
      name: `Pack ${id}`,
      installationType: "SINGLE",
      PublisherPackagedComponents: { PublisherPackagedComponent: [component] },
    };
  };

  it("are those in which it is released or pending, by name", async () => {
    const { reader } = readerOf({
      [packs]: [
        packWith("4", "a", "2", "2"),
        packWith("3", "a", "1", "2"),
        packWith("2", "a", "2", "3"),
        packWith("1", "a", "1", "3"),
        packWith("0", "b", "2", "2"),
      ],
    });
    assert.deepEqual(await reader.listCarryingPacks("k"), [
      { packId: "2", name: "Pack 2", released: true, pending: false },
      { packId: "3", name: "Pack 3", released: false, pending: true },
      { packId: "4", name: "Pack 4", released: true, pending: true },
    ]);
  });
});

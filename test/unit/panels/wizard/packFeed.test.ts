import assert from "node:assert/strict";
import { setImmediate as turn } from "node:timers/promises";
import { timeZoneErrors } from "../../../../src/errors/timeZoneErrors.ts";
import { ActiveBackend } from "../../../../src/session/activeBackend.ts";
import type { Backend } from "../../../../src/backend/backend.ts";
import { PackFeed } from "../../../../src/panels/wizard/packFeed.ts";
import type { WizardMessage } from "../../../../src/protocol/wizard/wizardMessage.ts";
import { ids, store } from "../../../support/fixtures/store.ts";
import { LocalStores } from "../../../support/store/localStores.ts";

type Versions = Awaited<ReturnType<Backend["listVersions"]>>;

describe("the messages to the wizard about its pack", () => {
  let stores: LocalStores;
  let backend: Backend;
  let posted: WizardMessage[];

  beforeEach(async () => {
    stores = new LocalStores();
    backend = await stores.openWith(store());
    posted = [];
  });
  afterEach(() => stores.dispose());

  const feed = (from = backend, packId: string = ids.orderToCash, timeZone = () => "UTC") =>
    new PackFeed({
      packIds: [packId],
      isSeveral: false,
      backend: new ActiveBackend(() => Promise.resolve(from)),
      timeZone,
      releaseBranch: () => "main",
      actions: {},
      post: (message) => void posted.push(message),
    });

  /** The backend with versions that arrive only when the test says so. */
  function withSlowVersions() {
    const waiting: (() => void)[] = [];
    const slow = Object.assign(Object.create(backend) as Backend, {
      listVersions: (componentIds: readonly string[]) =>
        new Promise<Versions>((resolve) => waiting.push(() => resolve(backend.listVersions(componentIds)))),
      getPack: (packId: string) => backend.getPack(packId),
      getSharing: (packId: string) => backend.getSharing(packId),
    });
    return { slow, waiting };
  }

  const typesOf = (messages: readonly WizardMessage[]): string[] =>
    messages.flatMap((message) => (message.type === "several" ? typesOf(message.messages) : [message.type]));

  it("are sent as one message if everything is available at once", async () => {
    await feed().send();
    assert.equal(posted.length, 1);
    assert.deepEqual(typesOf(posted), ["pack", "versions", "sharing"]);
  });

  it("contain the pack even if no time zone is known, with the reason", async () => {
    const timeZone = () => {
      throw timeZoneErrors.noSystemTimeZone();
    };
    await feed(backend, ids.orderToCash, timeZone).send();
    assert.deepEqual(typesOf(posted), ["pack", "versions", "sharing"]);
    const [message] = posted.flatMap((each) => (each.type === "several" ? each.messages : []));
    assert.ok(message?.type === "pack");
    assert.equal("timeZone" in message, false);
    assert.match(message.timeZoneProblem ?? "", /is not known.*Select Time Zone…/);
  });

  it("are part of the page when it opens", async () => {
    assert.deepEqual(typesOf([await feed().readFirst()]), ["pack", "versions", "sharing"]);
    assert.deepEqual(posted, []);
  });

  it("are read again for the page if the pack changes during the reading", async () => {
    const { slow } = withSlowVersions();
    const packs: string[] = [];
    slow.getPack = async (packId) => {
      packs.push(packId);
      const pack = await backend.getPack(packId);
      if (packs.length === 1) void one.send();
      return pack;
    };
    const one = feed(slow);
    await one.readFirst();
    assert.equal(packs.length, 3);
  });

  it("do not wait for slow versions, which follow once the page is ready", async () => {
    const { slow, waiting } = withSlowVersions();
    const one = feed(slow);
    assert.deepEqual(typesOf([await one.readFirst()]), ["pack", "sharing"]);
    waiting[0]?.();
    for (let turns = 0; turns < 10; turns += 1) await turn();
    assert.deepEqual(posted, []);
    await one.sendToLoadedPage();
    while (posted.length < 1) await turn();
    assert.deepEqual(typesOf(posted), ["versions"]);
    await feed(slow).send();
    assert.deepEqual(typesOf(posted), ["versions", "pack", "sharing"]);
    waiting[1]?.();
    while (posted.length < 3) await turn();
    assert.deepEqual(typesOf(posted), ["versions", "pack", "sharing", "versions"]);
  });

  it("read the versions of very many components after the document, and once", async () => {
    const { slow, waiting } = withSlowVersions();
    const pack = await backend.getPack(ids.orderToCash);
    const [component] = pack.components;
    assert.ok(component);
    const many = { ...pack, components: Array.from({ length: 201 }, () => component) };
    const one = feed(slow);
    one.use([many]);
    assert.deepEqual(typesOf([await one.readFirst()]), ["pack", "sharing"]);
    const asked = () => waiting.length;
    assert.equal(asked(), 0);
    while (asked() === 0) await turn();
    await one.sendToLoadedPage();
    waiting[0]?.();
    while (posted.length < 1) await turn();
    assert.deepEqual(typesOf(posted), ["versions"]);
    assert.equal(asked(), 1);
  });

  it("are read again if the pack changes before the page is ready", async () => {
    const one = feed();
    await one.readFirst();
    await one.sendChange();
    await one.sendToLoadedPage();
    assert.deepEqual(typesOf(posted), ["pack", "versions", "sharing", "pack", "versions", "sharing"]);
  });

  it("contain the pack that the command has read, until it changes", async () => {
    const changed = { ...(await backend.getPack(ids.orderToCash)), name: "As the command read it" };
    const nameIn = (message: WizardMessage | undefined) =>
      message?.type === "several" && message.messages[0]?.type === "pack" && message.messages[0].pack.name;
    const one = feed();
    one.use([changed]);
    assert.equal(nameIn(await one.readFirst()), "As the command read it");
    one.use([changed]);
    await one.sendChange();
    assert.equal(nameIn(posted[0]), "Order to Cash");
    await one.send();
    assert.equal(nameIn(posted[1]), "Order to Cash");
  });

  it("never contain versions of an older reading after those of a newer one", async () => {
    const { slow, waiting } = withSlowVersions();
    const one = feed(slow);
    await one.send();
    await one.send();
    waiting[1]?.();
    while (posted.length < 3) await turn();
    waiting[0]?.();
    for (let turns = 0; turns < 10; turns += 1) await turn();
    assert.deepEqual(typesOf(posted), ["pack", "sharing", "pack", "sharing", "versions"]);
  });

  it("have the reason if the pack cannot be read", async () => {
    const first = await feed(backend, "no-pack").readFirst();
    assert.equal(first.type, "packFailed");
    assert.equal(first.code, "NotFound");
    assert.match(first.message, /no-pack/);
  });
});

import assert from "node:assert/strict";
import { integer } from "../../src/backend/sqlite/rows.ts";
import type { RecordsAddress } from "../../src/backend/platform/records/postgres/server/recordsAddress.ts";
import { openPlatformBackend } from "../../src/backend/platform/platformBackend.ts";
import { localDate } from "../../src/model/schedule/releaseWindow.ts";
import { ids, store } from "../support/fixtures/store.ts";
import { on, refuse } from "../support/platform/standIn/faults.ts";
import { silentLog } from "../support/silentLog.ts";
import { day } from "../support/time/durations.ts";
import { asOwner, describeWithPostgres, ownerPassword } from "../support/postgres/postgresForTests.ts";
import { usePlatform } from "./support/usePlatform.ts";
import { WizardWebview } from "./support/wizardWebview.ts";

describeWithPostgres("records that a team shares, in the editor", (get) => {
  const session = usePlatform(store());
  let address: RecordsAddress;

  const where = () => `owner@127.0.0.1:${address.port}/${address.database}`;

  it("are named by a setting, after which sign-in asks for their password alone, and the view names them", async () => {
    const { workbench } = session;
    const { quickInput } = workbench;
    const wizard = new WizardWebview(workbench);
    await wizard.open("Order to Cash");
    await wizard.next();
    await wizard.release();
    await wizard.button("Finish").click();
    address = await get().createDatabase();
    const url = `postgres://owner@127.0.0.1:${address.port}/${address.database}?sslmode=disable`;
    await workbench.changeSettings({ "integrationPacks.platform.records": url });
    await workbench.message(/need a password/).waitFor();
    await workbench.runCommand("Sign In to Boomi…");
    await quickInput.waitForTitle("Sign In to the Shared Records");
    assert.equal(await quickInput.input.getAttribute("type"), "password");
    await quickInput.fill("another password");
    await quickInput.accept();
    await quickInput.box.getByText(/do not accept the password, which is wrong or expired/).waitFor();
    await quickInput.fill(ownerPassword);
    await quickInput.accept();
    await workbench.notifications.waitFor(`You are signed in to the shared records: ${where()}.`);
    await workbench.message(`Records: ${where()}`).waitFor();
    await workbench.packs.row("Order to Cash").waitFor();
  });

  it("take in those of the workspace once a person confirms to move them", async () => {
    const { workbench } = session;
    const { notifications } = workbench;
    await workbench.runCommand("Move Records to the Team…");
    const { message, detail, buttons } = await notifications.readDialog();
    assert.equal(message, `Move the records of this workspace to ${where()}?`);
    assert.match(detail, /no program uses it any longer/);
    assert.deepEqual(buttons, ["Cancel", "Move Records"]);
    await notifications.answerDialog("Move Records");
    await notifications.waitFor(`Moved to ${where()}. Releases: 1, scheduled releases: 0.`);
    const [row = {}] = await asOwner(address, (query) =>
      query("SELECT count(*)::integer AS releases FROM integration_packs.attempt WHERE state = 'released'"),
    );
    assert.equal(integer(row, "releases"), 1);
    await workbench.message(`Records: ${where()}`).waitFor();
  });

  it("that cannot be reached leave the packs readable, and the view says why", async () => {
    const { workbench } = session;
    await get().server.stop("fast");
    try {
      await workbench.runCommand("Refresh");
      await workbench.message(/cannot be used: .* Nothing is released or scheduled until they can/).waitFor();
      await workbench.packs.row("Order to Cash").waitFor();
    } finally {
      await get().server.resume();
    }
  });

  it("leave a scheduled release to others that Boomi refuses from this editor, and say so", async () => {
    const { workbench, platform } = session;
    platform.faults.plan(on("ReleaseIntegrationPack", "create"), refuse(401, "The token was revoked."), 10);
    const colleague = await openPlatformBackend({
      connection: platform.connection,
      requestsPerSecond: 10,
      scheduleWith: "workspace",
      records: { address, password: () => Promise.resolve(ownerPassword) },
      log: silentLog,
      clock: () => new Date(Date.now() - 3 * day),
    });
    try {
      await colleague.schedules.schedule({
        packId: ids.neverReleased,
        date: localDate(new Date(Date.now() - 2 * day), "UTC"),
        timeZone: "UTC",
      });
    } finally {
      colleague.dispose();
    }
    const refused =
      'Boomi refused this editor, so the scheduled release of "Never Released" is left to others who share the records';
    await workbench.notifications.waitFor(refused);
    await workbench.packs
      .row("Never Released")
      .and(workbench.page.locator('[aria-label*="scheduled" i]'))
      .waitFor();
    platform.faults.clear();
    await workbench.notifications.press(refused, "Retry");
    await workbench.notifications.waitFor('"Never Released" was released late');
  });
});

import assert from "node:assert/strict";
import { inGreek } from "../support/l10n/greekStore.ts";
import { assertTranslated } from "./support/language/assertTranslated.ts";
import { showGreekStore, usePseudoLocale } from "./support/language/usePseudoLocale.ts";

const orderToCash = inGreek("Order to Cash");

describe("the views in the pseudo-language", () => {
  const session = usePseudoLocale();
  const sideBar = () => session.workbench.page.locator("#workbench\\.parts\\.sidebar");
  const text = (english: string) => session.workbench.texts.text(english);

  it("say what to do while they are empty", async () => {
    const { workbench } = session;
    for (const view of ["Integration Packs", "Scheduled Releases", "Account Groups"] as const) {
      await workbench.expandView(view);
      await workbench.welcome(view).waitFor();
    }
    await assertTranslated(sideBar());
  });

  it("translate their rows", async () => {
    const { packs, scheduledReleases, accountGroups } = session.workbench;
    await showGreekStore(session);
    await scheduledReleases.expand(inGreek("Scheduled"));
    await accountGroups.expand(inGreek("All Accounts"));
    await accountGroups.expand(inGreek("Acme"));
    await packs.expand(orderToCash);
    await packs.expand(text("Release History"));
    await packs.expand(inGreek("Create Order"));
    await assertTranslated(sideBar());
  });

  it("translate their hovers", async () => {
    const { packs, scheduledReleases, accountGroups } = session.workbench;
    for (const [tree, row, contains] of [
      [packs, orderToCash, text("Deployment model")],
      [packs, inGreek("Create Order"), text("Component ID")],
      [packs, /^1\.1/, text("Packaged component ID")],
      [scheduledReleases, inGreek("Scheduled"), text("Scheduled by")],
      [accountGroups, inGreek("All Accounts"), text("Account group ID")],
    ] as const) {
      await assertTranslated(await tree.hover(row, contains));
    }
  });

  it("translate the menu of a row and the palette", async () => {
    const { packs, page, quickInput, texts } = session.workbench;
    const entries = await packs.contextMenuEntries(orderToCash);
    assert.ok(entries.length > 10, entries.join());
    assert.deepEqual(
      entries.filter((entry) => !/^⟦.+⟧…?$/.test(entry)),
      [],
    );
    await page.keyboard.press("F1");
    const category = texts.title("Integration Packs");
    await quickInput.fill(`>${category}`);
    await quickInput.rows.filter({ hasText: category }).first().waitFor();
    const commands = (await quickInput.rows.locator(".label-name").allInnerTexts()).filter((name) =>
      name.includes(category),
    );
    assert.ok(commands.length > 5, commands.join());
    assert.deepEqual(
      commands.filter((name) => !/^⟦.+⟧: ⟦.+⟧…?$/.test(name)),
      [],
    );
    await quickInput.cancel();
  });
});

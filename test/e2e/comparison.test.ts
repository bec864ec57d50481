import { ComparisonEditor } from "./support/comparisonEditor.ts";
import { useSession } from "./support/session.ts";

describe("comparing versions, the release history, and rolling back", () => {
  const session = useSession();
  const comparison = () => new ComparisonEditor(session.workbench);

  before("load the samples", async () => {
    const { workbench } = session;
    await workbench.openPacks();
    await workbench.runCommand("Load Sample Packs");
    await workbench.packs.expand("Order to Cash");
  });

  it("compares pending with released versions from the context menu of a pack", async () => {
    const { packs } = session.workbench;
    await packs.contextMenu("Order to Cash", "Compare Pending with Released Versions");
    await comparison().waitFor("Order to Cash: released ↔ pending");
    await comparison().waitForLine("Version: 2.0");
    await session.workbench.closeTab("Order to Cash: released");
  });

  it("compares one packaged version with another", async () => {
    const { packs, quickInput } = session.workbench;
    await packs.expand("Create Sales Order");
    await packs.contextMenu(/^2\.0/, "Compare With…");
    await quickInput.waitForTitle("Compare Create Sales Order 2.0 With…");
    await quickInput.pick(/^1\.0/);
    await comparison().waitFor("Create Sales Order: 1.0 ↔ 2.0");
    await session.workbench.closeTab("Create Sales Order: 1.0");
    await packs.collapse("Create Sales Order");
  });

  it("shows the releases of a pack, and compares one with the release before it", async () => {
    const { packs } = session.workbench;
    await packs.expand("Release History");
    await packs.row(/current · /).waitFor();
    await packs.inlineAction(/current · /, "Compare With Previous Release");
    await comparison().waitForLine("Version: 2.0");
    await session.workbench.closeTab(/UTC/);
  });

  it("opens the notes of a past release", async () => {
    const { packs, webview } = session.workbench;
    await packs.contextMenu(/current · /, "Open Release Notes");
    await session.workbench.tab(/^Order to Cash: release notes/).waitFor();
    await webview.getByRole("heading", { name: "Release Notes: Order to Cash" }).waitFor();
    await webview.getByRole("cell", { name: "Create Sales Order" }).first().waitFor();
    await session.workbench.closeTab(/^Order to Cash: release notes/);
  });

  it("opens the wizard with the versions of an earlier release", async () => {
    const { quickInput, webview } = session.workbench;
    await session.workbench.runCommand("Roll Back to an Earlier Release…");
    await quickInput.waitForTitle("Roll Back to an Earlier Release");
    await quickInput.pick(/^Order to Cash/);
    await quickInput.pick(/Send Invoice 1\.2 → 1\.3/);
    await webview.getByRole("heading", { name: "Release Integration Pack: Select Versions" }).waitFor();
    await webview.getByText("Roll-back", { exact: false }).first().waitFor();
  });
});

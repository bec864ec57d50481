import type { PackComponent } from "../../src/model/pack/pack.ts";
import type { SeveralStart } from "../../src/protocol/wizard/wizardStart.ts";
import type { WizardMessage } from "../../src/protocol/wizard/wizardMessage.ts";
import type { WizardPack } from "../../src/protocol/wizard/wizardPack.ts";
import { initialPage, type PageState } from "../../webview-ui/wizard/state/pageState.ts";
import { receivePage } from "../../webview-ui/wizard/state/receive/receivePage.ts";
import { packOf } from "./wizardMessages.ts";

// Messages to the page of a wizard for several packs, and the states that they lead to.

/** A pack with these components, whose id is also its name. */
export const named = (packId: string, components: readonly PackComponent[]): WizardPack =>
  packOf(components, { packId, name: packId });

/** The first message to a new page. */
export const startSeveral = (
  packIds: readonly string[],
  differences: Partial<SeveralStart> = {},
): WizardMessage => ({
  type: "start",
  start: {
    option: "immediate",
    several: {
      packs: packIds.map((packId) => ({ packId, name: packId })),
      planName: "December release",
      ...differences,
    },
  },
});

/** The page after the messages. */
export const pageAfter = (...messages: readonly WizardMessage[]): PageState =>
  messages.reduce(receivePage, initialPage(undefined));

/** The page after a reload of the window. */
export const reloadedPage = ({ stored }: PageState): PageState => initialPage(structuredClone(stored));

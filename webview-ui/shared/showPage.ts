import { DOM } from "@microsoft/fast-element";
import * as l10n from "@vscode/l10n";
import { render, type ComponentChild } from "preact";
import { setLanguage } from "../../src/base/language.ts";
import { language } from "./language.ts";
import "./toolkit.ts";
import { selectAllInFields } from "./selectAllInFields.ts";
import { showTextsVisibly } from "./visibleTexts.ts";

const { texts = "{}" } = document.body.dataset;
l10n.config({ contents: texts });
setLanguage(language);
selectAllInFields();
showTextsVisibly();

/** Shows a page in its document. */
export function showPage(page: ComponentChild): void {
  const root = document.getElementById("page");
  if (!root) throw new Error("The document has no place for a page.");
  render(page, root);
  // The toolkit's controls would set style properties of the document in the next frame, which styles everything again.
  DOM.processUpdates();
}

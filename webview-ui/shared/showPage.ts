import { DOM } from "@microsoft/fast-element";
import * as l10n from "@vscode/l10n";
import { render, type ComponentChild } from "preact";
import "./styles.css";
import "./toolkit.ts";

const { texts = "{}" } = document.body.dataset;
l10n.config({ contents: texts });

/** Shows a page in its document. */
export function showPage(page: ComponentChild): void {
  const root = document.getElementById("page");
  if (!root) throw new Error("The document has no place for a page.");
  render(page, root);
  // Controls of the toolkit set style properties of the whole document a frame after they came, and everything is styled once more.
  DOM.processUpdates();
}

import * as l10n from "@vscode/l10n";
import "./styles.css";
import "./details/details.css";
import "./toolkit.ts";

const { texts = "{}" } = document.body.dataset;
l10n.config({ contents: texts });

/** The place of a page in its document. */
export const pageRoot = requireRoot();

function requireRoot(): HTMLElement {
  const root = document.getElementById("page");
  if (!root) throw new Error("The document has no place for a page.");
  return root;
}

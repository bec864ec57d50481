import * as l10n from "@vscode/l10n";
import "./styles.css";
import "./details/details.css";
import "./toolkit.ts";

const { page, texts = "{}" } = document.body.dataset;
l10n.config({ contents: texts });

const root = document.getElementById("page");
if (root) {
  if (page === "wizard") {
    (await import("./wizard/wizardPage.tsx")).showWizard(root);
  } else {
    (await import("./details/detailsPage.tsx")).showDetails(root);
  }
}

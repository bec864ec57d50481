// The script of the release wizard's document.
import { pageRoot } from "./page.ts";
import { showWizard } from "./wizard/wizardPage.tsx";

showWizard(pageRoot);

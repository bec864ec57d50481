// The script of the release wizard's document.
import { showPage } from "./page.ts";
import { WizardPage } from "./wizard/wizardPage.tsx";

showPage(<WizardPage />);

// The script of the page of the release wizard.
import { showPage } from "../shared/showPage.ts";
import { WizardPage } from "./wizardPage.tsx";

showPage(<WizardPage />);

// The script of the release wizard's document.
import { showPage } from "../shared/showPage.ts";
import { WizardPage } from "./wizardPage.tsx";

showPage(<WizardPage />);

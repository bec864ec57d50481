// The script of the document of a version's details.
import { showPage } from "../shared/showPage.ts";
import { DetailsPage } from "./detailsPage.tsx";

showPage(<DetailsPage />);

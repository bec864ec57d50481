// The script of the document of a version's details.
import { showPage } from "./page.ts";
import { DetailsPage } from "./details/detailsPage.tsx";

showPage(<DetailsPage />);

// The script of the document of a version's details.
import { pageRoot } from "./page.ts";
import { showDetails } from "./details/detailsPage.tsx";

showDetails(pageRoot);

// The script of the page with the details of a packaged version.
import { showPage } from "../shared/showPage.ts";
import { DetailsPage } from "./detailsPage.tsx";
import "./details.css";

showPage(<DetailsPage />);

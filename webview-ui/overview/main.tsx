// The script of the page with the overview of a pack.
import { showPage } from "../shared/showPage.ts";
import { OverviewPage } from "./overviewPage.tsx";
import "./overview.css";

showPage(<OverviewPage />);

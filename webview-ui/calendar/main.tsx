// The script of the page with the release calendar.
import { showPage } from "../shared/showPage.ts";
import { CalendarPage } from "./calendarPage.tsx";
import "./calendar.css";

showPage(<CalendarPage />);

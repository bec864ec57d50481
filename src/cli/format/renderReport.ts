import type { Format, Report, TextStyle } from "./report.ts";

/** The report in the format. */
export async function renderReport(report: Report, format: Format, style: TextStyle): Promise<string> {
  switch (format) {
    case "text":
      return report.text(style);
    case "json":
      return typeof report.json === "string" ? report.json : `${JSON.stringify(report.json, null, 2)}\n`;
    case "markdown":
      return report.markdown();
  }
}

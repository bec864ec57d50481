/** The position of day, month and year in the dates of a language, such as `["month", "day", "year"]`. */
type DateOrder = readonly ("day" | "month" | "year")[];

/**
 * The calendar date that a person typed, as `yyyy-MM-dd`: in that form, or in numbers in the order of the language, such as
 * 12/24/2026 or 24.12.2026. Any other text is returned as it is; whether a calendar has the date is not checked.
 */
export function parseDate(typed: string, language: string): string {
  const text = typed.trim();
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (iso) return dateOf({ year: iso[1], month: iso[2], day: iso[3] });
  const numbers = /^(\d{1,2})([-/.]) ?(\d{1,2})\2 ?(\d{4})\2?$/.exec(text);
  if (!numbers) return text;
  const [first, second] = orderOf(language).filter((part) => part !== "year");
  const parts = { [first ?? "month"]: numbers[1], [second ?? "day"]: numbers[3], year: numbers[4] };
  return dateOf(parts);
}

/** The order of day, month and year in the dates of the language. */
function orderOf(language: string): DateOrder {
  const parts = new Intl.DateTimeFormat(language, {
    calendar: "gregory",
    year: "numeric",
    month: "numeric",
    day: "numeric",
  }).formatToParts(new Date(Date.UTC(2026, 11, 24)));
  return parts.flatMap(({ type }) => (type === "day" || type === "month" || type === "year" ? [type] : []));
}

function dateOf({ year = "", month = "", day = "" }: Readonly<Record<string, string | undefined>>): string {
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

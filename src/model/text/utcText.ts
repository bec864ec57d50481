/**
 * Formats an ISO instant in UTC, for documents that are passed on: `2026-05-04 09:00 UTC` for every reader. Any other
 * text stays.
 */
export function utcText(instant: string): string {
  const milliseconds = Date.parse(instant);
  if (Number.isNaN(milliseconds)) return instant;
  return `${new Date(milliseconds)
    .toISOString()
    .replace(/:\d{2}\.\d{3}Z$/, "")
    .replace("T", " ")} UTC`;
}

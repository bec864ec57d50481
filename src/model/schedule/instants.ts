/** An ISO instant for documents that are passed on: the same wherever they are read. A text that is no instant stays. */
export function utcText(instant: string): string {
  const milliseconds = Date.parse(instant);
  if (Number.isNaN(milliseconds)) return instant;
  return `${new Date(milliseconds).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

/** The text, cut after `longest` code units with a mark that says so. No character is cut in half. */
export function shortText(text: string, longest: number): string {
  if (text.length <= longest) return text;
  return `${text
    .slice(0, longest)
    .toWellFormed()
    .replace(/\uFFFD$/, "")}… (cut)`;
}

/**
 * Makes a text safe for notifications. VS Code would turn `[…](command:…)` into a link, and a directional control
 * character would reverse the words around it; names from outside may contain both.
 */
export function asPlainText(text: string): string {
  return text
    .replaceAll("](", "]\u200B(")
    .replace(
      /[\u202A-\u202E\u2066-\u2069]/g,
      (control) => `‹U+${control.charCodeAt(0).toString(16).toUpperCase()}›`,
    );
}

/** Makes a text safe for places that show `$(name)` as an icon, such as the label of a quick pick. */
export function withoutIcons(text: string): string {
  return text.replaceAll("$(", "\\$(");
}

/** Makes a text safe for the prompt of an input, which shows both links and icons. */
export function asInputText(text: string): string {
  return asPlainText(withoutIcons(text));
}

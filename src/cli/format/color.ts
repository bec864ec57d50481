import type { TextStyle } from "./report.ts";

const end = "\u001b[0m";

/** The text in bold, where colors are used. */
export function bold(text: string, { usesColor }: TextStyle): string {
  return usesColor ? `\u001b[1m${text}${end}` : text;
}

/** The text in red, where colors are used. */
export function red(text: string, { usesColor }: TextStyle): string {
  return usesColor ? `\u001b[31m${text}${end}` : text;
}

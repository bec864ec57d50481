import { oneLine } from "../model/text/visibleText.ts";

// Text from outside must not act in the places where VS Code shows it. There is one function for each kind of place. Where
// VS Code interprets nothing (rows and titles), `oneLine` is enough; Markdown has `markdownText`.

/** Text for a place that turns `[…](command:…)` into a link: notifications, their progress, the message of a view. */
export function linklessText(text: string): string {
  return oneLine(text).replaceAll("](", "]\u200B(");
}

/** Text for a place that turns `$(name)` into an icon: the rows of a quick pick, the status bar. */
export function iconlessText(text: string): string {
  return oneLine(text).replaceAll("$(", "\\$(");
}

/** Text for a place that does both: the prompt of an input and the problem below it. */
export function promptText(text: string): string {
  return iconlessText(text).replaceAll("](", "]\u200B(");
}

import type { ConsoleMessage, Page } from "playwright-core";

/** What comes of a network that is closed, or of tests that leave a page without ceremony. */
const noise: readonly RegExp[] = [
  /service ?worker/i,
  /gallery|marketplace|latest version for the extension/i,
  /net::ERR_|getaddrinfo/,
  /Failed to load resource/,
  /bad HTTP response code \(404\) was received when fetching the script/,
];

/** Collects the errors of a page that the extension has caused: those of its webviews and of its extension host. */
export function watchConsole(page: Page, errors: string[]): void {
  const collect = (text: string, isWorkbench: boolean) => {
    const isOurs = !isWorkbench || /packworks|integrationPacks\.|\/dist\/[\w-]+\.js/.test(text);
    if (isOurs && !noise.some((pattern) => pattern.test(text))) errors.push(text);
  };
  page.on("console", (message) => {
    if (message.type() === "error") collect(message.text(), isFromWorkbench(message));
  });
  page.on("pageerror", (error) => {
    const stack = error.stack ?? error.message;
    collect(stack, /\/out\/vs\/|\/workbench\.js/.test(stack));
  });
}

/** The workbench's own code logs much that is its own affair, and what the extension host says. */
function isFromWorkbench(message: ConsoleMessage): boolean {
  return message.location().url.includes("/out/vs/code/");
}

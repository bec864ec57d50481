import type { Page } from "playwright-core";

/** What the workbench complains about on a closed network, and without the services of a desktop. */
const noise: readonly RegExp[] = [
  /service ?worker/i,
  /gallery|marketplace/i,
  /net::ERR_/,
  /Failed to load resource/,
];

/** Collects the errors that the console of a page shows, and those that nobody caught. */
export function watchConsole(page: Page, errors: string[]): void {
  const collect = (text: string) => {
    if (!noise.some((pattern) => pattern.test(text))) errors.push(text);
  };
  page.on("console", (message) => {
    if (message.type() === "error") collect(`${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => collect(error.stack ?? error.message));
}

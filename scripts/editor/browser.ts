import { chromium, type Browser } from "playwright-core";
import { installBrowser } from "../install/installBrowser.ts";
import { UserError } from "../userError.ts";

/**
 * Starts the browser without a window. The flags keep it quiet on a network without internet. @throws UserError when there is
 * no browser, or when it does not start
 */
export async function launchBrowser(): Promise<Browser> {
  const { executable, env } = await installBrowser();
  try {
    return await chromium.launch({
      executablePath: executable,
      env: { ...process.env, ...env },
      // Signals are handled in one place, which ends the servers too; see processes.ts.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      timeout: 120_000,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    });
  } catch (error) {
    throw new UserError(
      `The browser ${executable} does not start (${reasonOf(error)}). Set INTEGRATION_PACKS_BROWSER to another one.`,
      { cause: error },
    );
  }
}

/** What the browser said at last, else the first line of the failure. */
function reasonOf(error: unknown): string {
  const lines = (error instanceof Error ? error.message : String(error)).split("\n");
  const said = lines.flatMap((line) => /^\[pid=\d+\]\[err\] (.+)/.exec(line)?.[1] ?? []);
  return (said.at(-1) ?? lines[0] ?? "").trim();
}

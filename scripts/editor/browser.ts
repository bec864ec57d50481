import { chromium, type Browser } from "playwright-core";
import { installBrowser } from "../install/installBrowser.ts";

/** Starts the browser without a window. The flags keep it quiet on a network without internet. */
export async function launchBrowser(): Promise<Browser> {
  const { executable, env } = await installBrowser();
  return chromium.launch({
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
}

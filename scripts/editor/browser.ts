import { join } from "node:path";
import { chromium, type Browser } from "playwright-core";
import { findProgram, isExecutable } from "./commands.ts";

const names = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "microsoft-edge",
  "microsoft-edge-stable",
];

const usualPlaces = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ...[process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA].flatMap(
    (folder) =>
      folder === undefined
        ? []
        : [
            join(folder, "Google/Chrome/Application/chrome.exe"),
            join(folder, "Microsoft/Edge/Application/msedge.exe"),
          ],
  ),
];

/** `INTEGRATION_PACKS_BROWSER`, else a Chromium, Chrome or Edge that is there. @throws one line that says what to install */
export function findBrowser(): string {
  const chosen = process.env.INTEGRATION_PACKS_BROWSER;
  if (chosen !== undefined && chosen !== "") {
    if (isExecutable(chosen)) return chosen;
    throw new Error(`INTEGRATION_PACKS_BROWSER is not a program that can be started: ${chosen}`);
  }
  const found = names.map(findProgram).find((file) => file !== undefined) ?? usualPlaces.find(isExecutable);
  if (found !== undefined) return found;
  const how = process.platform === "linux" ? "sudo apt-get install chromium" : "install Google Chrome";
  throw new Error(`No Chromium, Chrome or Edge found: ${how}, or set INTEGRATION_PACKS_BROWSER to one.`);
}

/** Starts the browser without a window. The flags keep it quiet on a network without internet. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findBrowser(),
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

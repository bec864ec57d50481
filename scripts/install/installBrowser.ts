import { join } from "node:path";
import { findProgram, isExecutable } from "../programs/commands.ts";
import { UserError } from "../userError.ts";
import { canInstallChromium, installChromium, type InstalledBrowser } from "./installChromium.ts";

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

/**
 * Gives the browser that `INTEGRATION_PACKS_BROWSER` names, else a Chromium, Chrome or Edge of this machine, else one that
 * is installed into the cache. @throws UserError that says what to install
 */
export async function installBrowser(): Promise<InstalledBrowser> {
  const executable = findBrowser();
  if (executable !== undefined) return { executable, env: {} };
  if (canInstallChromium()) return installChromium();
  throw new UserError(
    "No browser was found. Install Google Chrome, Chromium or Microsoft Edge, or set INTEGRATION_PACKS_BROWSER to the program of one.",
  );
}

function findBrowser(): string | undefined {
  const chosen = process.env.INTEGRATION_PACKS_BROWSER;
  if (chosen !== undefined && chosen !== "") {
    if (isExecutable(chosen)) return chosen;
    throw new UserError(`INTEGRATION_PACKS_BROWSER is not a program that can be started: ${chosen}`);
  }
  return names.map(findProgram).find((file) => file !== undefined) ?? usualPlaces.find(isExecutable);
}

import { closeSync, fsyncSync, openSync } from "node:fs";

/** Makes sure that the content of a file survives a power failure. */
export function syncFile(file: string): void {
  syncPath(file, "r+");
}

/** Makes sure that the names in a folder survive a power failure. Windows does so by itself, and cannot open folders. */
export function syncFolder(folder: string): void {
  if (process.platform !== "win32") syncPath(folder, "r");
}

function syncPath(path: string, flags: string): void {
  const descriptor = openSync(path, flags);
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

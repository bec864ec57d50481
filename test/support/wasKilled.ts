/**
 * Whether a program was killed, by `SIGKILL` from here or from itself. On Windows, a program that kills itself ends with code 1 and
 * without a signal.
 */
export function wasKilled(
  { code, signal }: { readonly code: number | null; readonly signal: NodeJS.Signals | null },
  platform: NodeJS.Platform = process.platform,
): boolean {
  return signal === "SIGKILL" || (platform === "win32" && code === 1);
}

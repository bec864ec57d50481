/**
 * A test of something that Windows does not have: signals that a program can answer, file modes that keep a user from writing, or
 * file names with any character. There it is listed as pending.
 */
export const itOnPosix: Mocha.TestFunction | Mocha.PendingTestFunction =
  process.platform === "win32" ? it.skip : it;

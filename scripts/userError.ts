/** An error that a user can fix. Its message is one line: what happened, then what to do. */
export class UserError extends Error {
  override readonly name = "UserError";
}

/** The text of a failure for a terminal: one line where a user can fix it, else everything that helps to find the fault. */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof UserError) return error.message;
  const code = codeOf(error);
  // The message of `parseArgs` names the option that it does not know, or the value that is missing.
  if (code?.startsWith("ERR_PARSE_ARGS_") === true) return error.message;
  if (code === "ENOSPC") return `There is no space left on the disk: ${error.message}`;
  if (code === "EADDRINUSE") return `Another program uses the port: ${error.message}`;
  if (code === "ERR_MODULE_NOT_FOUND" && error.message.startsWith("Cannot find package")) {
    return "A package of the project is missing. Run `npm ci`.";
  }
  return error.stack ?? error.message;
}

/** The code of a system error or of an error of Node, such as `ENOENT`. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

/** The user id of `nobody`. Root may write everywhere, so a read-only file is read-only for other users alone. */
const unprivileged = 65534;

/** Runs the test as a user who may write only where everyone may. */
export async function withoutPrivileges(test: () => Promise<void>): Promise<void> {
  if (process.getuid?.() !== 0) return test();
  process.seteuid?.(unprivileged);
  try {
    await test();
  } finally {
    process.seteuid?.(0);
  }
}

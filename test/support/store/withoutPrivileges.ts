/** Nobody in particular: root may write everywhere, so that what may only be read shows to others alone. */
const unprivileged = 65534;

/** Runs the test as somebody who may write only where everyone may. */
export async function withoutPrivileges(test: () => Promise<void>): Promise<void> {
  if (process.getuid?.() !== 0) return test();
  process.seteuid?.(unprivileged);
  try {
    await test();
  } finally {
    process.seteuid?.(0);
  }
}

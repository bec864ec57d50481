/** Keeps Node.js 22 from warning that `node:sqlite` is experimental. Other warnings stay. */
export function hideSqliteWarning(): void {
  const listeners = process.listeners("warning");
  process.removeAllListeners("warning");
  process.on("warning", (warning) => {
    if (warning.name === "ExperimentalWarning" && warning.message.includes("SQLite")) return;
    for (const listener of listeners) listener(warning);
  });
}

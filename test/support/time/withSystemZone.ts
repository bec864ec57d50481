/** Runs `work` with another zone of the system, as the variable `TZ` sets it. */
export function withSystemZone<T>(zone: string, work: () => T): T {
  const before = process.env["TZ"];
  process.env["TZ"] = zone;
  try {
    return work();
  } finally {
    if (before === undefined) delete process.env["TZ"];
    else process.env["TZ"] = before;
  }
}

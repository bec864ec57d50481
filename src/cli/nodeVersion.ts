/** The oldest version of Node.js with all of `node:sqlite` that the stores need. */
export const oldestNode = "22.16";

/** Whether the version of Node.js is older than `oldestNode`. */
export function isTooOld(version: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldestNode.split(".").map(Number);
  return major < oldestMajor || (major === oldestMajor && minor < oldestMinor);
}

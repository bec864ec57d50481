import { codeOf, UserError } from "../userError.ts";
import { NpmError } from "./npm.ts";

const unreachable = new Set([
  "EAI_AGAIN",
  "ECONNREFUSED",
  "ECONNRESET",
  "ECONNECTIONTIMEOUT",
  "EHOSTUNREACH",
  "EIDLETIMEOUT",
  "ENETUNREACH",
  "ENOTCACHED",
  "ENOTFOUND",
  "ERESPONSETIMEOUT",
  "ERR_SOCKET_TIMEOUT",
  "ETIMEDOUT",
  "ETRANSFERTIMEOUT",
]);

const untrusted = new Set([
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
]);

const refused = new Set(["E401", "E403", "ENEEDAUTH"]);
const missing = new Set(["E404", "ETARGET"]);
const unwritable = new Set(["EACCES", "EPERM", "EROFS"]);

/**
 * The error of an installation into a folder: one line where the user can fix the cause, which is known by the code of
 * npm or of the system; else the error itself.
 */
export function installationError(title: string, folder: string, error: unknown): unknown {
  const code = codeOf(error) ?? codeOfTar(error);
  if (code === undefined || error instanceof UserError) return error;
  const advice = adviceFor(code, folder, error);
  if (advice === undefined) return error;
  return new UserError(`${title} cannot be installed: ${advice}`, { cause: error });
}

function adviceFor(code: string, folder: string, error: unknown): string | undefined {
  if (code === "ENOSPC") {
    return `there is no space left (${code}). Make room for ${folder} and for npm's cache, or set INTEGRATION_PACKS_EDITOR_CACHE to another folder.`;
  }
  if (unwritable.has(code)) {
    const path = error instanceof NpmError ? (error.path ?? "a folder") : folder;
    return `${path} cannot be written (${code}). Make it writable.`;
  }
  const registry = error instanceof NpmError && error.host !== undefined ? ` ${error.host}` : "";
  if (unreachable.has(code)) {
    return `the package registry${registry} cannot be reached (${code}). Check the network, and the registry and proxy in npm's configuration.`;
  }
  if (untrusted.has(code)) {
    return `the certificate of the package registry${registry} is not trusted (${code}). Set "cafile" in npm's configuration.`;
  }
  if (refused.has(code)) {
    return `the package registry${registry} refuses access (${code}). Run \`npm login\`, or check npm's configuration.`;
  }
  if (missing.has(code)) {
    return `the package registry${registry} does not have a package of it (${code}). Check the registry in npm's configuration.`;
  }
  return undefined;
}

/** The code of a failed run of tar, which has the system's reason in its output. */
function codeOfTar(error: unknown): string | undefined {
  return String(error).includes("No space left on device") ? "ENOSPC" : undefined;
}

import { isAbsolute } from "node:path";
import { isLoopback } from "../../../account/checkBaseUrl.ts";
import { addressErrors } from "./addressErrors.ts";

/** Where shared records are, and as whom to open them. Contains no password. */
export interface RecordsAddress {
  /** The role. */
  readonly user: string;
  /** A name or an IP address, without brackets. */
  readonly host: string;
  readonly port: number;
  readonly database: string;
  /** `verify-full`: TLS with a certificate for this host; `disable`: no TLS, on this very machine only. */
  readonly sslMode: "verify-full" | "disable";
  /** The absolute path of a file with the certificates to trust; those of the system when left out. */
  readonly sslRootCert?: string;
}

/** Whether the text names shared records, not a file. */
export function isRecordsAddress(text: string): boolean {
  return /^postgres(ql)?:/i.test(text.trim());
}

/**
 * Reads `postgres://user@host:5432/database?sslmode=verify-full`. No other parameter than `sslmode` and `sslrootcert` is
 * accepted, so that no address can turn the check of certificates off.
 *
 * @throws `InvalidRequest` with what to change; the error never quotes the text, which may contain a password
 */
export function parseRecordsAddress(text: string): RecordsAddress {
  const trimmed = text.trim();
  if (!isRecordsAddress(trimmed) || !URL.canParse(trimmed)) throw addressErrors.unreadable();
  const url = new URL(trimmed);
  if (url.password !== "") throw addressErrors.password();
  const [user, database] = [decode(url.username), decode(url.pathname.replace(/^\//, ""))];
  if (user === "" || url.hostname === "" || database === "" || url.hash !== "") {
    throw addressErrors.unreadable();
  }
  const parameters = [...url.searchParams.keys()];
  for (const name of parameters) {
    if (/password/i.test(name)) throw addressErrors.password();
    if (name !== "sslmode" && name !== "sslrootcert") throw addressErrors.unknownParameter(name);
    if (url.searchParams.getAll(name).length > 1) throw addressErrors.unreadable();
  }
  const sslMode = url.searchParams.get("sslmode") ?? "verify-full";
  if (sslMode !== "verify-full" && sslMode !== "disable") throw addressErrors.sslMode();
  if (sslMode === "disable" && !isLoopback(url.hostname)) throw addressErrors.clearText();
  const sslRootCert = url.searchParams.get("sslrootcert");
  if (sslRootCert !== null && !isAbsolute(sslRootCert)) throw addressErrors.relativeCertificate();
  return {
    user,
    host: decode(url.hostname).replace(/^\[(.*)\]$/, "$1"),
    port: url.port === "" ? 5432 : Number(url.port),
    database,
    sslMode,
    ...(sslRootCert !== null && { sslRootCert }),
  };
}

/** The address as a person reads it. */
export function describeAddress({ user, host, port, database }: RecordsAddress): string {
  return `${user}@${host.includes(":") ? `[${host}]` : host}:${port}/${database}`;
}

/**
 * The key of the password in the secret storage: one that was given for another server, role, or way to trust the server is
 * never found under it.
 */
export function passwordKey({ user, host, port, database, sslMode, sslRootCert }: RecordsAddress): string {
  return `records.password:${JSON.stringify([user, host, port, database, sslMode, sslRootCert ?? ""])}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw addressErrors.unreadable();
  }
}

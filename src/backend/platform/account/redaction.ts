import { authorization } from "./endpoint.ts";
import type { PlatformConnection } from "./platformConnection.ts";

/** What stands in the place of a secret. */
const removed = "[removed]";

/** Of the credentials as they are sent, a part of this length is a secret, in characters. */
const partLength = 12;

/** Shorter tokens than this are no secrets of Boomi, and may be parts of any text. */
const shortestToken = 8;

/** Removes what must not leave the transport. */
export interface Redaction {
  /** Removes the token from the text of a successful answer. */
  readonly ofContent: (text: string) => string;
  /** Removes the token, the user and every part of the credentials from what a server says about a failure. */
  readonly ofFailure: (text: string) => string;
}

/** The redaction of a connection's secrets: servers and proxies repeat the headers of a request in their answers. */
export function redactionFor(connection: PlatformConnection): Redaction {
  const { user, token } = connection;
  const credentials = authorization(connection).slice("Basic ".length);
  const secrets = [token, credentials].filter((secret) => secret.length >= shortestToken);
  const inContent = secrets.flatMap(formsOf).sort(longestFirst);
  const inFailures = [
    ...inContent,
    ...(token === "" ? [] : formsOf(token)),
    ...(user === "" ? [] : formsOf(user)),
  ].sort(longestFirst);
  return {
    ofContent: (text) => without(text, inContent),
    ofFailure: (text) => withoutParts(without(text, inFailures), credentials),
  };
}

/** As it is, in a URL, and in JSON, also where slashes are escaped. */
function formsOf(secret: string): string[] {
  const inJson = JSON.stringify(secret).slice(1, -1);
  return [
    ...new Set([secret, encodeURIComponent(secret.toWellFormed()), inJson, inJson.replaceAll("/", "\\/")]),
  ];
}

function without(text: string, secrets: readonly string[]): string {
  return secrets.reduce((rest, secret) => rest.replaceAll(secret, removed), text);
}

/** A server that shortens what it repeats leaves a part of the credentials. */
function withoutParts(text: string, credentials: string): string {
  const parts = new Set<string>();
  for (let at = 0; at + partLength <= credentials.length; at += 1) {
    parts.add(credentials.slice(at, at + partLength));
  }
  let rest = "";
  for (let at = 0; at < text.length;) {
    let end = at;
    while (parts.has(text.slice(end, end + partLength))) end += 1;
    rest += end === at ? text.charAt(at) : removed;
    at = end === at ? at + 1 : end + partLength - 1;
  }
  return rest;
}

function longestFirst(one: string, other: string): number {
  return other.length - one.length;
}

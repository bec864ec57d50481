import { urlPart } from "../http/urlPart.ts";
import type { PlatformConnection } from "./platformConnection.ts";

/** The beginning and the end of every URL of the connection. */
export function endpoint({ baseUrl, accountId, overrideAccount }: PlatformConnection): {
  readonly prefix: string;
  readonly suffix: string;
} {
  const account = urlPart(accountId);
  if (overrideAccount === "") return { prefix: `${baseUrl}/api/rest/v1/${account}/`, suffix: "" };
  return {
    prefix: `${baseUrl}/partner/api/rest/v1/${account}/`,
    suffix: `?overrideAccount=${urlPart(overrideAccount)}`,
  };
}

/** Basic authentication with an API token. */
export function authorization({ user, token }: PlatformConnection): string {
  return `Basic ${Buffer.from(`BOOMI_TOKEN.${user}:${token}`, "utf8").toString("base64")}`;
}

import { urlPart } from "../http/urlPart.ts";

/** Which account of which platform, and as whom. */
export interface PlatformConnection {
  /** Such as `https://api.boomi.com`, as `checkBaseUrl` in baseUrl.ts gives it. */
  readonly baseUrl: string;
  readonly accountId: string;
  /** The account to work on through the partner API; `""` for the own account. */
  readonly overrideAccount: string;
  /** The user's e-mail address. */
  readonly user: string;
  /** The API token. It goes into the Authorization header and nowhere else. */
  readonly token: string;
}

/** What all requests of the connection start with, and what they end with. */
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

/** The account whose packs are meant: records of different ones never mix. */
export function accountKey({ baseUrl, accountId, overrideAccount }: PlatformConnection): string {
  return JSON.stringify([new URL(baseUrl).origin, accountId, overrideAccount]);
}

/** Whose rate limit requests count for. */
export function limiterKey({ baseUrl, accountId }: PlatformConnection): string {
  return JSON.stringify([new URL(baseUrl).origin, accountId]);
}

/** Where a token is kept: one that was given for another URL, account or user is never found here. */
export function tokenKey({ baseUrl, accountId, user }: Omit<PlatformConnection, "token">): string {
  return `platform.token:${JSON.stringify([new URL(baseUrl).origin, accountId, user])}`;
}

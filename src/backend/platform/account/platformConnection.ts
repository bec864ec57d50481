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

/** Identifies the account whose packs are worked on: the records of different accounts never mix. */
export function accountKey({ baseUrl, accountId, overrideAccount }: PlatformConnection): string {
  return JSON.stringify([new URL(baseUrl).origin, accountId, overrideAccount]);
}

/** Identifies the account whose rate limit counts. */
export function limiterKey({ baseUrl, accountId }: PlatformConnection): string {
  return JSON.stringify([new URL(baseUrl).origin, accountId]);
}

/** The key of a token in the secret storage: one that was given for another URL, account or user is never found under it. */
export function tokenKey({ baseUrl, accountId, user }: Omit<PlatformConnection, "token">): string {
  return `platform.token:${JSON.stringify([new URL(baseUrl).origin, accountId, user])}`;
}

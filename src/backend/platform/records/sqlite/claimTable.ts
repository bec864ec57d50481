import { claimSpan, followSpan } from "../claimSpans.ts";
import type { AccountTables, TimedTables } from "./accountTables.ts";

// The table of claims. Call every function inside a transaction.

/** Who claims the pack; nobody when the claim has expired, or a clock that was ahead wrote it. */
export function claimHolder({ connection, account, now }: TimedTables, packId: string): string | undefined {
  const row = connection.get("SELECT * FROM claim WHERE account = ? AND pack_id = ?", account, packId);
  const left = Number(row?.["expires_ms"] ?? 0) - now.getTime();
  return left > 0 && left <= followSpan ? String(row?.["holder"]) : undefined;
}

/** Whether the holder wrote the pack's claim and nobody took it over since, expired or not. */
export function holdsClaim({ connection, account }: AccountTables, packId: string, holder: string): boolean {
  const sql = "SELECT 1 FROM claim WHERE account = ? AND pack_id = ? AND holder = ?";
  return connection.exists(sql, account, packId, holder);
}

/** Renews all claims of the holder that nobody took over: those of the other packs of a plan, too. */
export function renewClaims({ connection, account, now }: TimedTables, holder: string): void {
  connection.run(
    "UPDATE claim SET expires_ms = max(expires_ms, ?) WHERE account = ? AND holder = ?",
    now.getTime() + claimSpan,
    account,
    holder,
  );
}

/** Has the holder's claims last until the release that the platform accepted was followed. */
export function extendClaims({ connection, account, now }: TimedTables, holder: string): void {
  connection.run(
    "UPDATE claim SET expires_ms = ? WHERE account = ? AND holder = ?",
    now.getTime() + followSpan,
    account,
    holder,
  );
}

/** Claims the pack for the holder, or renews the holder's claim. */
export function writeClaim({ connection, account, now }: TimedTables, packId: string, holder: string): void {
  connection.run(
    "INSERT OR REPLACE INTO claim (account, pack_id, holder, expires_ms) VALUES (?, ?, ?, ?)",
    account,
    packId,
    holder,
    now.getTime() + claimSpan,
  );
}

/** Ends the holder's claim of the pack, unless somebody else took it over. */
export function deleteClaim({ connection, account }: AccountTables, packId: string, holder: string): void {
  connection.run(
    "DELETE FROM claim WHERE account = ? AND pack_id = ? AND holder = ?",
    account,
    packId,
    holder,
  );
}

/** Ends all claims of the holder; those that somebody else took over stay. */
export function deleteClaims({ connection, account }: AccountTables, holder: string): void {
  connection.run("DELETE FROM claim WHERE account = ? AND holder = ?", account, holder);
}

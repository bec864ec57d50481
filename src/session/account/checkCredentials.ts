import type { PlatformConnection } from "../../backend/platform/account/platformConnection.ts";

/** Checks credentials with one request. Resolves to the name of the account. @throws what the request throws */
export async function checkCredentials(connection: PlatformConnection): Promise<string> {
  const { checkSignIn } = await import("../../backend/platform/account/checkSignIn.ts");
  return checkSignIn(connection);
}

// npm run platform [-- PORT [USER]]: starts the stand-in of the Boomi Platform with the sample packs, in memory, and prints how
// to sign in to it. USER is a key of `users` in test/support/platform/standIn/privileges.ts.
import { PlatformStandIn, testAccess } from "../test/support/platform/standIn/platformStandIn.ts";
import { users } from "../test/support/platform/standIn/privileges.ts";
import { samples } from "./samples/samples.ts";

const port = Number(process.argv[2] ?? 0);
const user = process.argv[3] ?? "withoutAccountAdmin";
const privileges = Object.entries(users).find(([name]) => name === user)?.[1];
if (privileges === undefined) {
  throw new Error(`There is no user ${user}. Choose one of ${Object.keys(users).join(", ")}.`);
}
const conditions = { privileges: new Set(privileges) };
const platform = await PlatformStandIn.start(samples, conditions, testAccess, port);
const settings = {
  "integrationPacks.backend": "platform",
  "integrationPacks.platform.baseUrl": platform.baseUrl,
  "integrationPacks.platform.accountId": platform.access.accountId,
};
console.log(`The stand-in of the Boomi Platform listens at ${platform.baseUrl}. Add these settings:

${JSON.stringify(settings, null, 2)}

Then run "Integration Packs: Sign In to Boomi…".
  User name: ${platform.access.email} (${user})
  API token: ${platform.access.token}

Ctrl+C stops it and discards all changes.`);
process.once("SIGINT", () => void platform.stop());
process.once("SIGTERM", () => void platform.stop());

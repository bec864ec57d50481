// npm run platform [-- PORT]: starts the stand-in of the Boomi Platform with the sample packs, in memory, and prints how to
// sign in to it.
import { PlatformStandIn, testAccess } from "../test/support/platform/platformStandIn.ts";
import { samples } from "./samples/samples.ts";

const port = Number(process.argv[2] ?? 0);
const platform = await PlatformStandIn.start(samples, {}, testAccess, port);
const settings = {
  "integrationPacks.backend": "platform",
  "integrationPacks.platform.baseUrl": platform.baseUrl,
  "integrationPacks.platform.accountId": platform.access.accountId,
};
console.log(`The stand-in of the Boomi Platform listens at ${platform.baseUrl}. Add these settings:

${JSON.stringify(settings, null, 2)}

Then run "Integration Packs: Sign In to Boomi…".
  User name: ${platform.access.email}
  API token: ${platform.access.token}

Ctrl+C stops it and discards all changes.`);
process.once("SIGINT", () => void platform.stop());
process.once("SIGTERM", () => void platform.stop());

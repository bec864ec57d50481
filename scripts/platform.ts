// Starts the stand-in of the Boomi Platform with the sample packs, and says how to sign in to it. It is kept in memory.
import { PlatformStandIn, testAccess } from "../test/support/platform/platformStandIn.ts";
import { samples } from "./samples/samples.ts";

const port = Number(process.argv[2] ?? 0);
const platform = await PlatformStandIn.start(samples, {}, testAccess, port);
const settings = {
  "integrationPacks.backend": "platform",
  "integrationPacks.platform.baseUrl": platform.baseUrl,
  "integrationPacks.platform.accountId": platform.access.accountId,
};
console.log(`The stand-in of the Boomi Platform listens at ${platform.baseUrl}. Put this into the settings:

${JSON.stringify(settings, null, 2)}

Then run "Integration Packs: Sign In to Boomi…".
  User name: ${platform.access.email}
  API token: ${platform.access.token}

Ctrl+C ends it, and forgets what was changed.`);
process.once("SIGINT", () => void platform.stop());
process.once("SIGTERM", () => void platform.stop());

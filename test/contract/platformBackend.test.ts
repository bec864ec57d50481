import type { PlatformOptions } from "../../src/backend/platform/platformOptions.ts";
import { PlatformBackends } from "../support/platform/platformBackends.ts";
import { backendContract } from "./backendContract.ts";
import type { CreateHarness } from "./harness.ts";

/** The platform does not list scheduled releases, so these are scheduled through the backend, which remembers them. */
function platform(scheduleWith: PlatformOptions["scheduleWith"]): CreateHarness {
  return async (content) => {
    const packs = content.packs.map(({ scheduled: _, ...pack }) => pack);
    const backends = await PlatformBackends.start({ ...content, packs });
    const backend = await backends.open({ scheduleWith });
    for (const { packId, scheduled } of content.packs) {
      if (scheduled) await backend.schedules.schedule({ packId, ...scheduled });
    }
    return { backend, user: backends.platform.access.email, dispose: () => backends.dispose() };
  };
}

describe("over HTTP", function () {
  this.timeout(30_000);
  backendContract("Boomi Platform, releases scheduled by the platform", platform("platform"));
  backendContract("Boomi Platform, releases scheduled by the workspace", platform("workspace"));
});

import type { PlatformOptions } from "../../src/backend/platform/platformOptions.ts";
import { documentedModes, sparseModes, talkativeModes } from "../support/platform/standIn/modes.ts";
import { PlatformBackends } from "../support/platform/platformBackends.ts";
import type { PlatformConditions } from "../support/platform/standIn/platformStandIn.ts";
import { allQuirks } from "../support/platform/standIn/quirks.ts";
import { backendContract } from "./backendContract.ts";
import type { CreateHarness } from "./harness.ts";

/** The platform does not list scheduled releases, so these are scheduled through the backend, which remembers them. */
function platform(
  scheduleWith: PlatformOptions["scheduleWith"],
  conditions: Partial<PlatformConditions>,
): CreateHarness {
  return async (content) => {
    const packs = content.packs.map(({ scheduled: _, ...pack }) => pack);
    const backends = await PlatformBackends.start({ ...content, packs }, conditions);
    const backend = await backends.open({ scheduleWith });
    for (const { packId, scheduled } of content.packs) {
      if (scheduled) await backend.schedules.schedule({ packId, ...scheduled });
    }
    return {
      backend,
      user: backends.platform.access.email,
      requiresAllComponents: backends.platform.conditions.modes.unreleasedComponents === "required",
      dispose: () => backends.dispose(),
    };
  };
}

// Every mode of the stand-in is in one of the three, but for those in which Boomi says too little to keep the contract.
describe("over HTTP", function () {
  this.timeout(30_000);
  backendContract(
    "Boomi Platform as it is documented, releases scheduled by the platform",
    platform("platform", { modes: documentedModes }),
  );
  backendContract(
    "Boomi Platform that says everything, releases scheduled by the workspace",
    platform("workspace", { modes: talkativeModes }),
  );
  backendContract(
    "Boomi Platform that says little, in other forms, releases scheduled by the platform",
    platform("platform", { modes: sparseModes, quirks: allQuirks }),
  );
});

import { lazyPlans } from "../../lazyPlans.ts";
import type { PlanFacet } from "../../facets/planFacet.ts";
import type { PlatformOptions } from "../platformOptions.ts";
import type { PlatformParts } from "../platformParts.ts";

/** Release plans on the platform. Their code is loaded with the first one. */
export function platformPlans(parts: PlatformParts, options: PlatformOptions): PlanFacet {
  const { baseUrl, accountId, overrideAccount, user } = options.connection;
  const identity = {
    target: { backend: "platform", baseUrl, accountId: overrideAccount || accountId },
    scheduleWith: options.scheduleWith,
  } as const;
  return lazyPlans(identity, async () => {
    const [{ PlatformPlans }, { PlanReader }, { PlanSender }] = await Promise.all([
      import("./platformPlans.ts"),
      import("./planReader.ts"),
      import("./planSender.ts"),
    ]);
    const {
      operations,
      scheduledPacks: packs,
      versions,
      claims,
      records,
      sender,
      scheduleSender,
      groups,
    } = parts;
    const { clock = () => new Date() } = options;
    const reader = new PlanReader({ packs, versions, groups, records, clock });
    return new PlatformPlans({
      identity,
      operations,
      packs,
      versions,
      claims,
      reader,
      sender: new PlanSender({ packs, reader, records, sender, scheduleSender, user, clock }),
      clock,
    });
  });
}

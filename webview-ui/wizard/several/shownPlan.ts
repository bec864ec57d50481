import { packFingerprint } from "../../../src/model/release/packFingerprint.ts";
import type { ShownPlan } from "../../../src/protocol/wizard/wizardRequest.ts";
import { chosenVersions } from "../state/chosenVersions.ts";
import type { PageState } from "../state/pageState.ts";

/** The plan that the page shows: its packs in order without those that are left out, their versions, the date and the name. */
export function shownPlan({ stored: { shared, packs } }: PageState, timeZone: string | undefined): ShownPlan {
  const name = shared.several?.planName.trim() ?? "";
  return {
    ...(name !== "" && { name }),
    ...(shared.option === "date" && { date: shared.date }),
    ...(timeZone !== undefined && { timeZone }),
    packs: packs.flatMap((choices) => {
      const { shown, isLeftOut } = choices;
      if (!shown || isLeftOut === true) return [];
      return [
        {
          packId: shown.pack.packId,
          versions: chosenVersions(choices),
          expected: packFingerprint(shown.pack),
        },
      ];
    }),
  };
}

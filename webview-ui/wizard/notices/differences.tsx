import * as l10n from "@vscode/l10n";
import type { ReleaseSchedule } from "../../../src/model/schedule/scheduledRelease.ts";

/** How the pack differs from what was confirmed with its scheduled release (rule 12). Nothing where it does not. */
export function Differences({ schedule }: { readonly schedule: ReleaseSchedule }) {
  const { differences } = schedule;
  if (!differences) return null;
  return (
    <>
      <p>{l10n.t("Changed since it was confirmed:")}</p>
      <ul>
        {differences.map((difference) => (
          <li key={difference}>{difference}</li>
        ))}
      </ul>
    </>
  );
}

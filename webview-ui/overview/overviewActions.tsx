import * as l10n from "@vscode/l10n";
import type { OverviewAction } from "../../src/protocol/overview.ts";
import { host } from "./host.ts";

/** The actions that make sense for the pack now. */
export function OverviewActions({ actions }: { readonly actions: readonly OverviewAction[] }) {
  return (
    <div class="buttons" role="group" aria-label={l10n.t("Actions")}>
      {actions.map((action) => (
        <vscode-button
          key={action}
          appearance={action === "release" ? "primary" : "secondary"}
          onClick={() => host.post({ type: "act", action })}
        >
          {titleOf(action)}
        </vscode-button>
      ))}
    </div>
  );
}

function titleOf(action: OverviewAction): string {
  switch (action) {
    case "release":
      return l10n.t("Release…");
    case "editSchedule":
      return l10n.t("Change Scheduled Release…");
    case "releaseNow":
      return l10n.t("Release Now…");
    case "cancelSchedule":
      return l10n.t("Cancel Scheduled Release…");
    case "compareWithReleased":
      return l10n.t("Compare Pending with Released");
    case "rollBack":
      return l10n.t("Roll Back…");
    case "addToAccountGroup":
      return l10n.t("Add to Account Group…");
  }
}

import * as l10n from "@vscode/l10n";
import { useId } from "preact/hooks";
import { presentStates } from "../../src/model/installation/countInstallations.ts";
import { describeInstallationState } from "../../src/model/installation/describeInstallation.ts";
import type { InstallationState } from "../../src/model/installation/installationReading.ts";
import { countInState } from "../../src/model/text/countInState.ts";
import type { OverviewInstallations } from "../../src/protocol/overview.ts";
import { ActionLink } from "../shared/actionLink.tsx";
import { formatDateTime } from "../shared/formatDates.ts";
import { host } from "./host.ts";

interface RolloutSectionProps {
  /** Undefined where nothing was read yet. */
  readonly installations: OverviewInstallations | undefined;
}

/** How far the releases of the pack have reached its accounts: a bar with a part for each state, and the accounts behind it. */
export function RolloutSection({ installations }: RolloutSectionProps) {
  const headingId = useId();
  const states = presentStates(installations?.accounts ?? []);
  return (
    <section aria-labelledby={headingId}>
      <h2 id={headingId}>{l10n.t("Rollout")}</h2>
      {!installations && <p>{l10n.t("Which accounts have this pack was not read yet.")}</p>}
      {installations && states.length === 0 && (
        <p>{l10n.t("No account has this pack, and it is shared with none.")}</p>
      )}
      {installations && states.length > 0 && (
        <>
          <div class="rollout-bar" aria-hidden="true">
            {states.map(([state, count]) => (
              <span key={state} class={state} style={{ flexGrow: String(count) }}>
                {count}
              </span>
            ))}
          </div>
          {states.map(([state, count]) => (
            <Accounts key={state} state={state} count={count} installations={installations} />
          ))}
          <p class="secondary">{l10n.t("As of {0}", formatDateTime(installations.readAt))}</p>
        </>
      )}
      <p>
        <ActionLink onActivate={() => host.post({ type: "showInstallations" })}>
          {l10n.t("Show Installations")}
        </ActionLink>
      </p>
    </section>
  );
}

interface AccountsProps {
  readonly state: InstallationState;
  readonly count: number;
  readonly installations: OverviewInstallations;
}

/** The accounts behind one part of the bar. */
function Accounts({ state, count, installations }: AccountsProps) {
  const accounts = installations.accounts.filter((account) => account.state === state);
  return (
    <details class="rollout-part">
      <summary>
        <span class={`sample ${state}`} aria-hidden="true" />{" "}
        {countInState(count, describeInstallationState(state))}
      </summary>
      <ul>
        {accounts.map(({ accountId, accountName }) => (
          <li key={accountId}>
            <bdi>{accountName}</bdi>
          </li>
        ))}
      </ul>
    </details>
  );
}

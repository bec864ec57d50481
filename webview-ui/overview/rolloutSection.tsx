import * as l10n from "@vscode/l10n";
import { useId } from "preact/hooks";
import { isInstalled, presentStates } from "../../src/model/installation/countInstallations.ts";
import {
  describeStateBefore,
  describeUnknownBefore,
  rolloutBefore,
  type StateBefore,
} from "../../src/model/installation/rolloutBefore.ts";
import type { OverviewInstallations } from "../../src/model/overview/packOverview.ts";
import { countInState } from "../../src/model/text/countInState.ts";
import { ActionLink } from "../shared/controls/actionLink.tsx";
import { formatDateTime } from "../shared/formatDates.ts";
import { host } from "./host.ts";

interface RolloutSectionProps {
  /** Undefined where nothing was read yet. */
  readonly installations: OverviewInstallations | undefined;
}

/** A part of the bar: a state, and the accounts in it. */
type Part = readonly [state: StateBefore, accounts: OverviewInstallations["accounts"]];

/** How far the releases of the pack have reached its accounts, now and before the last release. */
export function RolloutSection({ installations }: RolloutSectionProps) {
  const headingId = useId();
  const accounts = installations?.accounts ?? [];
  const parts = presentStates(accounts).map(([state]): Part => [
    state,
    accounts.filter((account) => account.state === state),
  ]);
  return (
    <section class="rollout" aria-labelledby={headingId}>
      <h2 id={headingId}>{l10n.t("Rollout")}</h2>
      {!installations && <p>{l10n.t("Which accounts have this pack was not read yet.")}</p>}
      {installations && parts.length === 0 && (
        <p>{l10n.t("No account has this pack, and it is shared with none.")}</p>
      )}
      {installations && parts.length > 0 && (
        <>
          <Bar parts={parts} />
          <p class="secondary">{l10n.t("As of {0}", formatDateTime(installations.readAt))}</p>
          <Before installations={installations} />
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

/** What the accounts that have the pack had of it before its last release. */
function Before({ installations: { accounts, asksEachAccount } }: { installations: OverviewInstallations }) {
  if (!accounts.some(({ state }) => isInstalled(state))) return null;
  const parts = rolloutBefore(accounts);
  return (
    <>
      <h3>{l10n.t("Before the Last Release")}</h3>
      {parts.length === 0 ? <p>{describeUnknownBefore(asksEachAccount)}</p> : <Bar parts={parts} />}
    </>
  );
}

/** A bar with a part for each state, and the accounts behind it. */
function Bar({ parts }: { readonly parts: readonly Part[] }) {
  return (
    <>
      <div class="rollout-bar" aria-hidden="true">
        {parts.map(([state, { length }]) => (
          <span key={state} class={state} style={{ flexGrow: String(length) }}>
            {length}
          </span>
        ))}
      </div>
      {parts.map(([state, accounts]) => (
        <details key={state} class="rollout-part">
          <summary>
            <span class={`sample ${state}`} aria-hidden="true" />{" "}
            {countInState(accounts.length, describeStateBefore(state))}
          </summary>
          <ul>
            {accounts.map(({ accountId, accountName }) => (
              <li key={accountId}>
                <bdi>{accountName}</bdi>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </>
  );
}

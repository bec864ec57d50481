import * as l10n from "@vscode/l10n";
import type { Deployment } from "../../src/model/pack/packagedVersion.ts";
import { formatInstant } from "./formatInstant.ts";

/** The deployments of a packaged version, the latest one first. */
export function DeploymentsTable({ deployments }: { readonly deployments: readonly Deployment[] }) {
  if (deployments.length === 0) return <p>{l10n.t("This version is not deployed.")}</p>;
  return (
    <div class="scroll" role="group" aria-label={l10n.t("Deployments")} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{l10n.t("Environment")}</th>
            <th scope="col">{l10n.t("Date")}</th>
            <th scope="col">{l10n.t("Deployed By")}</th>
            <th scope="col">{l10n.t("State")}</th>
            <th scope="col">{l10n.t("Notes")}</th>
          </tr>
        </thead>
        <tbody>
          {deployments.map(({ environment, deployedDate, deployedBy, active, notes }, index) => (
            <tr key={index}>
              <th scope="row">{environment}</th>
              <td>{formatInstant(deployedDate)}</td>
              <td>{deployedBy}</td>
              <td>{active ? l10n.t("Active") : l10n.t("Not active")}</td>
              <td class="notes">{notes}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

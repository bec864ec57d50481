import { t } from "@vscode/l10n";
import type { CarryingPack, Deployment } from "../../src/model/pack/packagedVersion.ts";
import { CopyId } from "./copyId.tsx";
import { formatInstant } from "./formatInstant.ts";

/** Where the version is deployed, the latest deployment first. */
export function Deployments({ deployments }: { readonly deployments: readonly Deployment[] }) {
  if (deployments.length === 0) return <p>{t("This version is not deployed.")}</p>;
  return (
    <div class="scroll" role="group" aria-label={t("Deployments")} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("Environment")}</th>
            <th scope="col">{t("Date")}</th>
            <th scope="col">{t("Deployed By")}</th>
            <th scope="col">{t("State")}</th>
            <th scope="col">{t("Notes")}</th>
          </tr>
        </thead>
        <tbody>
          {deployments.map(({ environment, deployedDate, deployedBy, active, notes }, position) => (
            <tr key={position}>
              <th scope="row">{environment}</th>
              <td>{formatInstant(deployedDate)}</td>
              <td>{deployedBy}</td>
              <td>{active ? t("Active") : t("Not active")}</td>
              <td class="notes">{notes}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CarryingPacksProperties {
  readonly packs: readonly CarryingPack[];
  readonly copy: (text: string) => void;
}

/** The packs that carry the version now or with their next release. */
export function CarryingPacks({ packs, copy }: CarryingPacksProperties) {
  if (packs.length === 0) return <p>{t("No integration pack carries this version.")}</p>;
  return (
    <ul class="carrying-packs">
      {packs.map(({ packId, name, released, pending }) => (
        <li key={packId}>
          <span class="name">{name}</span>
          {released && <span class="mark">{t("released")}</span>}
          {pending && <span class="mark">{t("pending")}</span>}
          <CopyId id={packId} of={name} copy={copy} />
        </li>
      ))}
    </ul>
  );
}

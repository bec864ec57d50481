import * as l10n from "@vscode/l10n";
import type { CarryingPack } from "../../src/model/pack/packagedVersion.ts";
import { CopyIdButton } from "./copyIdButton.tsx";

interface CarryingPacksListProps {
  readonly packs: readonly CarryingPack[];
  readonly copy: (text: string) => void;
}

/** The packs in which a packaged version is released or pending. */
export function CarryingPacksList({ packs, copy }: CarryingPacksListProps) {
  if (packs.length === 0) return <p>{l10n.t("No integration pack carries this version.")}</p>;
  return (
    <ul class="carrying-packs">
      {packs.map(({ packId, name, released, pending }) => (
        <li key={packId}>
          <span class="name">{name}</span>
          {released && <span class="mark">{l10n.t("released")}</span>}
          {pending && <span class="mark">{l10n.t("pending")}</span>}
          <CopyIdButton id={packId} of={name} copy={copy} />
        </li>
      ))}
    </ul>
  );
}

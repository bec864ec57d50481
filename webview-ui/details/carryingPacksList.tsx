import { t } from "@vscode/l10n";
import type { CarryingPack } from "../../src/model/pack/packagedVersion.ts";
import { CopyIdButton } from "./copyIdButton.tsx";

interface CarryingPacksListProps {
  readonly packs: readonly CarryingPack[];
  readonly copy: (text: string) => void;
}

/** The packs in which a packaged version is released or pending. */
export function CarryingPacksList({ packs, copy }: CarryingPacksListProps) {
  if (packs.length === 0) return <p>{t("No integration pack carries this version.")}</p>;
  return (
    <ul class="carrying-packs">
      {packs.map(({ packId, name, released, pending }) => (
        <li key={packId}>
          <span class="name">{name}</span>
          {released && <span class="mark">{t("released")}</span>}
          {pending && <span class="mark">{t("pending")}</span>}
          <CopyIdButton id={packId} of={name} copy={copy} />
        </li>
      ))}
    </ul>
  );
}

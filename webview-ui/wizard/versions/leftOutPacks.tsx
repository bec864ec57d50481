import * as l10n from "@vscode/l10n";
import { ActionLink } from "../../shared/controls/actionLink.tsx";
import { putBack } from "../state/packOrder.ts";
import type { PageProps } from "../wizardProps.ts";

/** The packs that the user left out, each with *Put Back*. Nothing without such packs. */
export function LeftOutPacks({ page, changePage }: PageProps) {
  const { packs } = page.stored;
  if (packs.every(({ isLeftOut }) => isLeftOut !== true)) return null;
  return (
    <div class="notice" role="status">
      <p>{l10n.t("Left out:")}</p>
      <ul>
        {packs.map(({ isLeftOut, named, shown }, at) => {
          const name = shown?.pack.name ?? named?.name ?? "";
          return (
            isLeftOut === true && (
              <li key={named?.packId}>
                <bdi>{name}</bdi>{" "}
                <ActionLink
                  label={l10n.t("Put Back: {0}", name)}
                  onActivate={() => changePage((before) => putBack(before, at))}
                >
                  {l10n.t("Put Back")}
                </ActionLink>
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}

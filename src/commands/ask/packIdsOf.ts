import * as l10n from "@vscode/l10n";
import { showInformation } from "../../ui/notifications.ts";
import { pickSeveral } from "../../ui/ask/pickSeveral.ts";
import type { Call, Services } from "../command.ts";
import { rowSubject } from "./rowSubject.ts";

/**
 * The ids of the packs that a command is about: from the arguments, from the selected rows, or picked by a person, for whom
 * those that can be released are preselected. Nothing when the person cancels.
 */
export async function packIdsOf(
  { backend }: Pick<Services, "backend">,
  { args, rows }: Call,
  title: string,
): Promise<readonly string[] | undefined> {
  const given = args.flatMap(idsIn);
  if (given.length > 0) return given;
  const selected = (rows ?? args.slice(0, 1)).flatMap((row) => rowSubject(row).packId ?? []);
  if (selected.length > 0) return [...new Set(selected)];
  const picked = await pickSeveral({
    title: (count) => l10n.t("{0}: {1} chosen", title, count),
    placeholder: l10n.t("Packs to release. Those that can be released are chosen."),
    limit: Number.POSITIVE_INFINITY,
    read: async () => {
      const packs = await (await backend.get()).listPackSummaries();
      return packs
        .filter(({ componentCount }) => componentCount > 0)
        .map(({ packId, name, description, releasable }) => ({
          label: name,
          detail: description,
          isChosen: releasable,
          value: packId,
        }));
    },
    onNone: () => void showInformation(l10n.t("No integration pack has components.")),
  });
  return picked?.value;
}

/** The ids of an argument: a text, or an array of texts. */
function idsIn(arg: unknown): string[] {
  const ids: readonly unknown[] = Array.isArray(arg) ? arg : [arg];
  return ids.filter((id) => typeof id === "string");
}

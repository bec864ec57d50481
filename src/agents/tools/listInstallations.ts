import { t } from "@vscode/l10n";
import * as v from "valibot";
import { capabilityErrors } from "../../errors/capabilityErrors.ts";
import { packErrors } from "../../errors/packErrors.ts";
import { installationsReport } from "../../model/report/installationsReport.ts";
import { idField, offsetField } from "./inputFields.ts";
import { pageOf } from "./page.ts";
import { defineTool } from "./tool.ts";

/** Lists which accounts have which packs. */
export const listInstallations = defineTool({
  name: "list_installations",
  title: "List Installations",
  description:
    "Lists which accounts have an integration pack installed, or all packs without a packId. state: current, behind (an earlier release), updatePending, appliedEarly (a scheduled release was applied before its date), or unknown (the pack is shared with the account; what it runs was not read).",
  input: v.strictObject({
    packId: v.optional(idField("The packId of the pack, as list_packs answers it. Left out for all packs.")),
    offset: offsetField,
  }),
  async run({ backend }, { packId, offset }) {
    const open = await backend();
    if (!open.accountGroups) throw capabilityErrors.accountGroups();
    const [packs, groups] = await Promise.all([
      open.listPackSummaries(),
      open.accountGroups.listAccountGroups(),
    ]);
    const wanted = packId === undefined ? packs : packs.filter((pack) => pack.packId === packId);
    if (packId !== undefined && wanted.length === 0) throw packErrors.packNotFound(packId);
    const { installations, ...report } = installationsReport(wanted, groups);
    const { rows, position } = pageOf(installations, offset);
    const limits = groups.flatMap((group) => group.limits ?? []);
    if (installations.some(({ state }) => state === "unknown")) limits.push(ruleOfPlatform());
    return {
      ...report,
      installations: rows,
      ...position,
      ...(limits.length > 0 && { limits: [...new Set(limits)] }),
    };
  },
});

function ruleOfPlatform(): string {
  return t(
    "What the accounts with the state unknown run was not read. By Boomi's rule, every account that has a pack installed gets its latest release.",
  );
}

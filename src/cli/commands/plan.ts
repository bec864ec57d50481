import * as l10n from "@vscode/l10n";
import type { Backend } from "../../backend/backend.ts";
import type { AdoptedVersions, DraftRequest, PlanDraft } from "../../backend/facets/planFacet.ts";
import type { NamedPack } from "../../model/pack/pack.ts";
import { formatPlan } from "../../model/plan/file/formatPlan.ts";
import type { Call, RunCommand } from "../command.ts";
import { exitCodes } from "../exitCodes.ts";
import { writeText } from "../files/writeText.ts";
import { blockReport } from "../format/block.ts";
import { documentReport, type Report } from "../format/report.ts";
import type { OptionValues } from "../optionValues.ts";
import { asUsage, UsageError } from "../usageError.ts";
import { findPack } from "./findPack.ts";

/** A plan that was written into a file, in JSON. */
export interface WrittenPlan {
  readonly formatVersion: 1;
  readonly file: string;
  readonly planHash: string;
  /** In the order of the plan. */
  readonly packs: readonly NamedPack[];
}

/** Drafts a release plan. */
export const plan: RunCommand = async (call) => {
  const { options, surroundings, notices, openBackend } = call;
  checkOptions(call);
  const backend = await openBackend();
  const request = await toRequest(backend, call);
  const draft = await asUsage(() => backend.plans.draft(request));
  const text = formatPlan(draft.plan);
  for (const sentence of draft.adopted.flatMap((adopted) => describeAdopted(adopted, draft))) {
    notices.note(sentence);
  }
  const file = options.text("out");
  if (file === undefined) return { exitCode: exitCodes.done, report: documentReport(text) };
  await writeText(file, text, surroundings);
  return { exitCode: exitCodes.done, report: writtenReport(file, draft) };
};

function checkOptions({ parameters, options }: Call): void {
  const isAll = options.flag("all");
  if (isAll === parameters.length > 0) {
    throw new UsageError(
      isAll ? l10n.t("Both packs and --all are given.") : l10n.t("No pack is given."),
      l10n.t("Name the packs in the order of their release, or use --all for those that can be released."),
    );
  }
  const isScheduled = options.text("date") !== undefined;
  const needsDate = ["timeZone", "scheduleWith"].find((name) => options.text(name) !== undefined);
  if (!isScheduled && needsDate !== undefined) {
    throw new UsageError(
      l10n.t("A release without a date is made at once: there is nothing to schedule."),
      l10n.t("Add --date, or leave --time-zone and --schedule-with out."),
    );
  }
  if (isScheduled && options.text("timeZone") !== undefined && options.text("scheduleWith") === "platform") {
    throw new UsageError(
      l10n.t("The platform takes no time zone for the date of a release."),
      l10n.t("Leave --time-zone or --schedule-with platform out."),
    );
  }
}

async function toRequest(backend: Backend, { parameters, options }: Call): Promise<DraftRequest> {
  const source = options.text("versionsFrom");
  const needsPacks = parameters.length > 0 || source !== undefined;
  const packs = needsPacks ? await backend.listPackSummaries() : [];
  const idOf = (idOrName: string) => findPack(packs, idOrName).packId;
  const name = options.text("name");
  const date = options.text("date");
  const timeZone = options.text("timeZone");
  return {
    packIds: options.flag("all") ? "all" : parameters.map(idOf),
    ...(source !== undefined && { versionsFrom: idOf(source) }),
    ...(name !== undefined && { name }),
    ...(date !== undefined && { date }),
    ...(timeZone !== undefined && { timeZone }),
    ...keeperOf(backend, options),
  };
}

/** With a time zone, the workspace scheduler runs the release: Boomi takes none. */
function keeperOf({ name }: Backend, options: OptionValues): Pick<DraftRequest, "scheduleWith"> {
  const chosen = options.text("scheduleWith");
  if (chosen !== undefined && name === "local") {
    throw new UsageError(
      l10n.t("A local store schedules its releases itself."),
      l10n.t("Leave --schedule-with out."),
    );
  }
  if (chosen === "platform" || chosen === "workspace") return { scheduleWith: chosen };
  return name === "platform" && options.text("timeZone") !== undefined ? { scheduleWith: "workspace" } : {};
}

/** What a pack did not take from the other pack, as sentences. */
function describeAdopted({ packId, unchanged, absent }: AdoptedVersions, draft: PlanDraft): string[] {
  const name = draft.plan.packs.find((pack) => pack.packId === packId)?.name ?? packId;
  const names = unchanged.map((component) => component.name).join(", ");
  return [
    ...(names === ""
      ? []
      : [l10n.t('"{0}" keeps the versions of components that the other pack lacks: {1}.', name, names)]),
    ...(absent.length === 0
      ? []
      : [l10n.t('"{0}" does not contain components of the other pack: {1}.', name, absent.join(", "))]),
  ];
}

function writtenReport(file: string, draft: PlanDraft): Report {
  const packs = draft.plan.packs.map(({ packId, name }) => ({ packId, name }));
  const { planHash } = draft;
  const written: WrittenPlan = { formatVersion: 1, file, planHash, packs };
  return blockReport(written, () => [
    {
      kind: "facts",
      facts: [
        [l10n.t("Release plan"), file],
        [l10n.t("Plan hash"), planHash],
        [l10n.t("Packs"), packs.map(({ name }) => name).join(", ")],
      ],
    },
  ]);
}

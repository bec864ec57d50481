import * as l10n from "@vscode/l10n";
import * as v from "valibot";
import { errorCodes } from "../../errors/errors.ts";
import { recordedStates } from "../installation/recordedStates.ts";
import { isStorable } from "../pack/inputProblems.ts";
import { maximumComponents, maximumDescriptionLength } from "../pack/pack.ts";
import { isPlanHash } from "../plan/file/planHash.ts";
import { isComponentVersions } from "../release/componentVersionsSchema.ts";
import { releaseTriggers, type ComponentVersions } from "../release/release.ts";
import { scheduleEventKinds } from "../schedule/scheduledRelease.ts";
import type { Snapshot } from "./snapshot.ts";

// The same schema as media/snapshot.schema.json, as code. A test compares the two.

// Years of six digits and a sign are those of ISO 8601 that follow 9999: a release is later than the one before it.
const instantForm = /^(\d{4}|[+-]\d{6})-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

const text = v.pipe(
  v.string(),
  v.check(isStorable, () => l10n.t("it has a character that cannot be stored")),
);
const filledText = v.pipe(
  text,
  v.minLength(1, () => l10n.t("it must not be empty")),
);
const instant = v.pipe(
  v.string(),
  v.regex(instantForm, () => l10n.t("it must be a date and time such as 2026-05-04T09:00:00Z")),
);
const localDate = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/, () => l10n.t("it must be a date in the form yyyy-MM-dd")),
);
const revision = v.pipe(
  v.number(),
  v.safeInteger(() => l10n.t("it must be a whole number")),
  v.minValue(0, () => l10n.t("it must not be negative")),
);

const versions = v.custom<ComponentVersions>(isFilledVersions, () =>
  l10n.t("it must be an object with a version for each component ID"),
);

function isFilledVersions(value: unknown): boolean {
  return (
    isComponentVersions(value) &&
    Object.entries(value).every(
      ([componentId, version]) => componentId !== "" && version !== "" && isStorable(version),
    )
  );
}

const includedComponent = v.strictObject({
  componentId: filledText,
  name: text,
  type: text,
  version: revision,
  folder: text,
  modifiedBy: text,
  modifiedDate: instant,
  xml: v.optional(text),
});

const deployment = v.strictObject({
  environment: text,
  deployedDate: instant,
  deployedBy: text,
  notes: text,
  active: v.boolean(),
});

const packagedVersion = v.strictObject({
  packageId: filledText,
  packageVersion: filledText,
  componentVersion: revision,
  createdDate: instant,
  createdBy: text,
  notes: text,
  shareable: v.boolean(),
  deleted: v.boolean(),
  branchName: text,
  folder: text,
  includedComponents: v.optional(v.array(includedComponent)),
  deployments: v.optional(v.array(deployment)),
});

const component = v.strictObject({
  componentId: filledText,
  name: filledText,
  type: v.picklist(["process", "webservice"]),
  versions: v.array(packagedVersion),
});

const packComponent = v.strictObject({
  componentId: filledText,
  pendingVersion: v.optional(text),
  deleted: v.optional(v.boolean()),
});

const plan = v.strictObject({
  planHash: v.pipe(
    v.string(),
    v.check(isPlanHash, () => l10n.t("it must be sha256: and 64 hexadecimal digits")),
  ),
  name: v.optional(text),
});

const release = v.strictObject({
  releaseId: filledText,
  releasedAt: instant,
  releasedBy: text,
  trigger: v.optional(v.picklist(releaseTriggers)),
  versions,
  plan: v.optional(plan),
});

const confirmedComponent = v.strictObject({
  componentId: filledText,
  currentVersion: text,
  deleted: v.boolean(),
});

const schedule = v.strictObject({
  date: localDate,
  timeZone: filledText,
  versions,
  state: v.optional(v.picklist(["scheduled", "failed", "missed"])),
  problem: v.optional(text),
  problemCode: v.optional(v.picklist(errorCodes)),
  confirmed: v.optional(v.array(confirmedComponent)),
  scheduledBy: v.optional(text),
  scheduledAt: v.optional(instant),
  plan: v.optional(plan),
});

const scheduleEvent = v.strictObject({
  at: instant,
  by: text,
  event: v.picklist(scheduleEventKinds),
  date: localDate,
  timeZone: filledText,
  problem: v.optional(text),
  plan: v.optional(plan),
});

const pack = v.strictObject({
  packId: filledText,
  name: v.pipe(
    text,
    v.regex(/\S/, () => l10n.t("a name is required")),
  ),
  description: v.pipe(
    text,
    v.check(
      (value) => Array.from(value).length <= maximumDescriptionLength,
      () => l10n.t("a description has at most {0} characters", maximumDescriptionLength),
    ),
  ),
  installationType: v.picklist(["SINGLE", "MULTI"]),
  deploymentModel: v.picklist(["packaged", "legacy"]),
  components: v.pipe(
    v.array(packComponent),
    v.maxLength(maximumComponents, () => l10n.t("a pack has at most {0} components", maximumComponents)),
  ),
  releases: v.optional(v.array(release)),
  scheduled: v.optional(schedule),
  scheduleEvents: v.optional(v.array(scheduleEvent)),
});

const accountGroup = v.strictObject({
  groupId: filledText,
  name: filledText,
  packIds: v.array(filledText),
  accounts: v.array(v.strictObject({ accountId: filledText, name: text })),
});

const installation = v.strictObject({
  accountId: filledText,
  packId: filledText,
  releaseId: filledText,
  appliedScheduled: v.boolean(),
  stateBefore: v.optional(v.picklist(recordedStates)),
});

/** The form of a snapshot. `checkSnapshot` checks how its parts relate. */
export const snapshotSchema: v.GenericSchema<unknown, Snapshot> = v.strictObject({
  $schema: v.optional(v.string()),
  formatVersion: v.literal(1),
  components: v.array(component),
  packs: v.array(pack),
  accountGroups: v.array(accountGroup),
  installations: v.array(installation),
});

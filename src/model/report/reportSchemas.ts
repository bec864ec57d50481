import * as v from "valibot";
import { errorCodes } from "../../errors/errors.ts";
import { installationStates } from "../installation/installationReading.ts";
import type { PlanOutcome } from "../plan/application/planOutcome.ts";
import type { PlanCheck } from "../plan/check/planCheck.ts";
import type { ChangeKind } from "../release/changeKind.ts";
import { releaseTriggers, type Release } from "../release/release.ts";
import type { InstallationRow, InstallationsReport } from "./installationsReport.ts";
import type { PackContent, PackRow, PacksReport } from "./packsReport.ts";
import type { ReleasesReport } from "./releasesReport.ts";

// The shapes of all reports in JSON, as code. The JSON Schemas of the command line's package and those of the answers of agents'
// tools are generated from them.

/** A report with its hash as any text: JSON Schemas know no templates. */
type WithHashText<Report> = Omit<Report, "planHash"> & { readonly planHash: string };

/** The version of the form of every report. */
export const formatVersion = v.literal(1);

/** A whole number that counts something. */
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What a release does to a component. */
export const changeKindSchema: v.GenericSchema<unknown, ChangeKind> = v.picklist([
  "new",
  "upgrade",
  "rollBack",
  "removed",
  "unchanged",
]);

/** The hash of a release plan. */
export const planHashSchema = v.pipe(v.string(), v.regex(/^sha256:[0-9a-f]{64}$/));

const named = { packId: v.string(), name: v.string() };
const versions = v.record(v.string(), v.string());
const errorCode = v.picklist(errorCodes);
const planReference = v.strictObject({ planHash: v.string(), name: v.optional(v.string()) });

const packProperties = {
  ...named,
  description: v.string(),
  installationType: v.picklist(["SINGLE", "MULTI"]),
  deploymentModel: v.picklist(["packaged", "legacy"]),
};

const link = v.optional(v.string());

const schedule = {
  date: v.string(),
  timeZone: v.string(),
  windowStart: v.string(),
  windowEnd: v.string(),
  state: v.picklist(["scheduled", "releasing", "failed", "missed", "unknown"]),
  scheduledBy: v.string(),
  problem: v.optional(v.string()),
  problemCode: v.optional(errorCode),
  differences: v.optional(v.array(v.string())),
  plan: v.optional(planReference),
};

const unsettled = v.strictObject({
  attemptId: v.string(),
  state: v.picklist(["running", "unknown"]),
  sentAt: v.string(),
  sentBy: v.string(),
});

const component = v.strictObject({
  componentId: v.string(),
  componentName: v.string(),
  componentType: v.picklist(["process", "webservice"]),
  currentVersion: v.string(),
  pendingVersion: v.string(),
  latestVersion: v.string(),
  deleted: v.boolean(),
});

const packRow: v.GenericSchema<unknown, PackRow> = v.strictObject({
  ...packProperties,
  componentCount: count,
  changeCount: count,
  releasable: v.boolean(),
  released: v.boolean(),
  lastReleasedAt: v.optional(v.string()),
  scheduled: v.optional(v.strictObject(schedule)),
  unsettled: v.optional(unsettled),
  link,
});

const packContent: v.GenericSchema<unknown, PackContent> = v.strictObject({
  ...packProperties,
  components: v.array(component),
  scheduled: v.optional(v.strictObject({ ...schedule, versions })),
  unsettled: v.optional(unsettled),
  doubt: v.optional(v.picklist(["leaving", "incomplete"])),
  link,
});

const release: v.GenericSchema<unknown, Release> = v.strictObject({
  releaseId: v.string(),
  releasedAt: v.string(),
  releasedBy: v.string(),
  trigger: v.picklist(releaseTriggers),
  versions,
  plan: v.optional(planReference),
});

const releaseDate = v.strictObject({ releaseId: v.string(), releasedAt: v.string() });

const installation: v.GenericSchema<unknown, InstallationRow> = v.strictObject({
  ...named,
  accountId: v.string(),
  accountName: v.string(),
  state: v.picklist(installationStates),
  releaseId: v.optional(v.string()),
  releasedAt: v.optional(v.string()),
  missing: v.optional(v.array(releaseDate)),
  count: v.optional(count),
  environments: v.optional(v.array(v.string())),
  versions: v.optional(
    v.array(
      v.strictObject({
        componentId: v.string(),
        componentName: v.string(),
        packageVersion: v.string(),
        environment: v.string(),
        deployedAt: v.string(),
        source: v.literal("DeployedPackage"),
      }),
    ),
  ),
  limits: v.optional(v.string()),
  notAsked: v.optional(
    v.strictObject({
      reason: v.picklist(["refused", "unanswered", "cancelled"]),
      code: v.optional(errorCode),
      message: v.string(),
    }),
  ),
  readAt: v.string(),
});

const change = v.strictObject({
  componentId: v.string(),
  name: v.string(),
  kind: changeKindSchema,
  from: v.string(),
  to: v.nullable(v.string()),
  branch: v.string(),
});

/** The shape of a list of packs. */
export const packRowsSchema = v.strictObject({
  formatVersion,
  packs: v.array(packRow),
}) satisfies v.GenericSchema<unknown, PacksReport<PackRow>>;

/** The shape of packs with their components. */
export const packContentsSchema = v.strictObject({
  formatVersion,
  packs: v.array(packContent),
}) satisfies v.GenericSchema<unknown, PacksReport<PackContent>>;

/** The shape of the releases of a pack. */
export const releasesSchema = v.strictObject({
  formatVersion,
  releases: v.array(release),
}) satisfies v.GenericSchema<unknown, ReleasesReport>;

/** The shape of installations. */
export const installationsSchema = v.strictObject({
  formatVersion,
  installations: v.array(installation),
}) satisfies v.GenericSchema<unknown, InstallationsReport>;

/** The shape of a checked plan. */
export const planCheckSchema = v.strictObject({
  formatVersion,
  planHash: planHashSchema,
  fits: v.boolean(),
  packs: v.array(
    v.strictObject({
      ...named,
      state: v.picklist(["ready", "alreadySo", "drift", "refused"]),
      changes: v.array(change),
      differences: v.array(v.string()),
      accounts: v.optional(count),
    }),
  ),
}) satisfies v.GenericSchema<unknown, WithHashText<PlanCheck>>;

/** The shape of an applied plan. */
export const planOutcomeSchema = v.strictObject({
  formatVersion,
  planHash: planHashSchema,
  packs: v.array(
    v.strictObject({
      ...named,
      outcome: v.picklist(["released", "scheduled", "alreadySo", "failed", "unknown", "notSent"]),
      releaseId: v.optional(v.string()),
      code: v.optional(errorCode),
      message: v.optional(v.string()),
    }),
  ),
}) satisfies v.GenericSchema<unknown, WithHashText<PlanOutcome>>;

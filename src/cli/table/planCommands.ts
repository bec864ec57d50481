import * as l10n from "@vscode/l10n";
import { missedReleasesRules } from "../../model/schedule/missedReleases.ts";
import type { Command } from "../command.ts";
import { links } from "./links.ts";
import { pack } from "./pack.ts";

/** The commands for release plans. */
export function planCommands(): Command[] {
  return [
    {
      name: "plan",
      summary: l10n.t("drafts a release plan"),
      details: l10n.t(
        "The packs are released in the order given, with the preselected version of each component: the pending one, else the latest, else the current one. Nothing is changed.",
      ),
      parameters: [{ ...pack(), count: "any" }],
      options: [
        { flags: "--all", description: l10n.t("plans every pack that can be released, by name") },
        {
          flags: "--date <DATE>",
          description: l10n.t("releases on this date, yyyy-MM-dd; immediately without it"),
        },
        {
          flags: "--time-zone <ZONE>",
          description: l10n.t(
            "the time zone of the date, such as Europe/Berlin; by default that of this computer",
          ),
        },
        {
          flags: "--schedule-with <WHO>",
          description: l10n.t(
            "who runs the release of a Boomi account on its date: the platform, or the scheduler of this program and the editor; by default the platform, and with --time-zone the workspace",
          ),
          choices: ["platform", "workspace"],
        },
        {
          flags: "--versions-from <PACK>",
          description: l10n.t("takes the versions that another pack has released, such as a tested pack"),
        },
        {
          flags: "--name <NAME>",
          description: l10n.t("the name of the plan; by default the time of the draft"),
        },
        {
          flags: "--out <FILE>",
          description: l10n.t("writes the plan into a file, and its plan hash to standard output"),
        },
      ],
      examples: [
        'integration-packs plan "Order to Cash" "Employee Lifecycle" --name "December release" --out december.release-plan.json',
        "integration-packs plan --all --platform --date 2026-12-01 --schedule-with platform --out december.release-plan.json",
        'integration-packs plan "Order to Cash" --versions-from "Order to Cash (Test)" --store packs.db',
      ],
      schema: "plan.schema.json",
      writesDates: true,
      load: async () => (await import("../commands/plan.ts")).plan,
    },
    {
      name: "check",
      summary: l10n.t("reports what release plans would change, and whether they still fit"),
      details: l10n.t("Nothing is changed. A plan that no longer fits ends with exit code 3."),
      parameters: [{ name: "FILE", description: l10n.t("a release plan"), count: "several" }],
      options: [],
      examples: [
        "integration-packs check december.release-plan.json --store packs.db",
        "integration-packs check december.release-plan.json --platform --format markdown",
      ],
      schema: "check.schema.json",
      writesDates: true,
      load: async () => (await import("../commands/check.ts")).check,
    },
    {
      name: "notes",
      summary: l10n.t("writes the release notes of a plan as Markdown"),
      details: l10n.t("For each pack what changes, with the notes of every version in between."),
      parameters: [{ name: "FILE", description: l10n.t("a release plan"), count: "one" }],
      options: [links()],
      examples: ["integration-packs notes december.release-plan.json --store packs.db > notes.md"],
      schema: "notes.schema.json",
      load: async () => (await import("../commands/notes.ts")).notes,
    },
    {
      name: "apply",
      summary: l10n.t("releases or schedules the packs of a plan, each once"),
      details: l10n.t(
        "The whole plan is checked first. Packs that are already so are skipped, so applying a plan again continues it. A release whose answer was lost is looked for during 30 seconds; if it is not found, its outcome is unknown, and it is not sent again by itself.",
      ),
      parameters: [{ name: "FILE", description: l10n.t("a release plan"), count: "one" }],
      options: [
        {
          flags: "--plan-hash <HASH>",
          description: l10n.t(
            "the hash of the plan that was reviewed; on a terminal you are asked without it, elsewhere it is required",
          ),
        },
        {
          flags: "--missed <WHAT>",
          description: l10n.t(
            "what schedulers that share the records do with a scheduled release of the plan whose window passed; by default they release it late",
          ),
          choices: missedReleasesRules,
        },
      ],
      examples: [
        "integration-packs apply december.release-plan.json --store packs.db",
        'integration-packs apply december.release-plan.json --platform --plan-hash "$REVIEWED_HASH"',
      ],
      schema: "apply.schema.json",
      writesDates: true,
      load: async () => (await import("../commands/apply.ts")).apply,
    },
  ];
}

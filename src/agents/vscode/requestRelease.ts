import * as v from "valibot";
import { planField } from "../tools/inputFields.ts";

/** The tool that asks a person to release. It exists in VS Code only, because only there a person can be asked. */
export const requestRelease = {
  name: "requestRelease",
  title: "Request Release",
  description:
    "Opens the release wizard with a release plan, so that a person reviews and confirms it, and returns at once. It releases nothing: report that the person is being asked, never that something was released. One request at a time. Draft the plan with integrationPacks_draft_plan and check it first.",
  input: v.strictObject({ plan: planField }),
} as const;

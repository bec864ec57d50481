import * as l10n from "@vscode/l10n";
import * as v from "valibot";
import type { BackendReads } from "../../backend/backendReads.ts";
import { errors } from "../../errors/errors.ts";
import { describeIssue } from "../../model/text/describeIssue.ts";

/** Dependencies of the tools. None of them changes anything. */
export interface ToolServices {
  /** The open backend, to read from. */
  readonly backend: () => Promise<BackendReads>;
  /** The IANA zone of a date without one; nothing for the system's. */
  readonly timeZone: () => string | undefined;
  /** The branch whose versions are preselected (rule 5). */
  readonly releaseBranch: () => string;
}

/** The names of the tools. VS Code adds a prefix. */
export const toolNames = [
  "list_packs",
  "show_pack",
  "pack_history",
  "compare_versions",
  "list_installations",
  "check_plan",
  "draft_plan",
] as const;

/** The name of a tool. */
export type ToolName = (typeof toolNames)[number];

/** What a model and a person read about a tool, in English. */
interface ToolTexts {
  readonly name: ToolName;
  /** For people. */
  readonly title: string;
  /** For the model: what the tool answers, and when to call it. */
  readonly description: string;
}

/** A tool that an agent can call. It reads and drafts; no tool releases, schedules, cancels, deletes or imports. */
export interface Tool extends ToolTexts {
  /** The form of the input. */
  readonly input: v.GenericSchema;
  /** The form of the answer. */
  readonly output: v.GenericSchema<object>;
  /** Checks the input and answers JSON. @throws `InvalidRequest` for another input, and what the backend throws */
  readonly call: (services: ToolServices, input: unknown) => Promise<object>;
}

/** A value that is only read, as reports are. */
type ReadOnly<T> = T extends object ? { readonly [Key in keyof T]: ReadOnly<T[Key]> } : T;

/** Defines a tool. `run` gets what the schema `input` makes of the input, and answers what `output` describes. */
export function defineTool<Input extends v.GenericSchema, Output extends v.GenericSchema<object>>({
  run,
  ...tool
}: ToolTexts & {
  readonly input: Input;
  readonly output: Output;
  readonly run: (
    services: ToolServices,
    input: v.InferOutput<Input>,
  ) => Promise<ReadOnly<v.InferOutput<Output>>>;
}): Tool {
  return {
    ...tool,
    call: async (services, input) => run(services, checkInput(tool.name, tool.input, input)),
  };
}

/** A copy of the input as the schema makes it. @throws `InvalidRequest` with the path of the first problem */
export function checkInput<Schema extends v.GenericSchema>(
  name: string,
  schema: Schema,
  input: unknown,
): v.InferOutput<Schema> {
  // Valibot treats a list as an object.
  const result = v.safeParse(schema, Array.isArray(input) ? undefined : input, { abortEarly: true });
  if (result.success) return result.output;
  const { path, problem } = describeIssue(result.issues[0]);
  throw errors.invalidRequest(
    l10n.t("The input of the tool {0} is not valid: {1}: {2}", name, path, problem),
  );
}

import { t } from "@vscode/l10n";
import * as v from "valibot";
import type { ApiReleaseRequest } from "./api.ts";
import { errors } from "../errors/errors.ts";
import { componentVersionsSchema } from "../model/pack/componentVersionsSchema.ts";

const requestSchema = v.strictObject({
  packId: v.string(),
  versions: v.optional(componentVersionsSchema),
  date: v.optional(v.string()),
  replaceScheduled: v.optional(v.boolean()),
});

/** Other extensions may be written without types. @throws `InvalidRequest` that names the key */
export function checkRequest(input: unknown): ApiReleaseRequest {
  const result = v.safeParse(requestSchema, input);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw errors.invalidRequest(
    t("The request is not valid: {0}: {1}", v.getDotPath(issue) ?? "request", issue.message),
  );
}

import * as l10n from "@vscode/l10n";
import { joinSentences, listed } from "../../../base/language.ts";
import { IntegrationPacksError } from "../../../errors/errors.ts";
import type { IntegrationPack } from "../../../model/pack/pack.ts";
import { versionIn, type ComponentVersions } from "../../../model/release/release.ts";

/**
 * The rejection of a release of these versions. Boomi does not document whether a release may leave out a component that was
 * never released. Where the rejected release does, the message names the components and what to do.
 */
export function explainRejection(
  { components }: Pick<IntegrationPack, "components">,
  versions: ComponentVersions,
  error: IntegrationPacksError,
): IntegrationPacksError {
  const names = components
    .filter(({ componentId, deleted }) => !deleted && versionIn(versions, componentId) === undefined)
    .map(({ componentName }) => componentName);
  if (error.code !== "InvalidRequest" || names.length === 0) return error;
  const hint = l10n.t(
    "Components that were never released are not in this release: {0}. Boomi may require them: add them to the release, or remove them from the pack.",
    listed(names),
  );
  return new IntegrationPacksError(error.code, joinSentences(error.message, hint));
}

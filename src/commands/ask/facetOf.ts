import { t } from "@vscode/l10n";
import type { Backend } from "../../backend/backend.ts";
import { errors } from "../../errors/errors.ts";

/** Why a command does nothing where the facet is missing, and where the thing is done instead. */
const reasons = {
  editing: () =>
    t("Integration packs cannot be made or changed here. Do it on the platform, or choose the local store."),
  accountGroups: () => t("Integration packs are not shared with account groups here."),
  managedAccounts: () =>
    t(
      "Account groups, accounts and what is installed in them are not managed here. Do it on the platform, or choose the local store.",
    ),
  packaging: () =>
    t(
      "Packaged component versions are not made or deleted here. Do it on the platform, or choose the local store.",
    ),
};

/** What commands look for in the backend in use. */
export type FacetName = keyof typeof reasons;

/** What the backend in use offers under this name. @throws `Unsupported` with the reason */
export async function facetOf<Name extends FacetName>(
  { backend }: { readonly backend: { get(): Promise<Pick<Backend, Name>> } },
  name: Name,
): Promise<NonNullable<Backend[Name]>> {
  const facet = (await backend.get())[name];
  if (!facet) throw errors.unsupported(reasons[name]());
  return facet;
}

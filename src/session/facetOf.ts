import type { Backend } from "../backend/backend.ts";
import { capabilityErrors } from "../errors/capabilityErrors.ts";

/** The facets of a backend whose absence has a reason. */
export type FacetName = keyof typeof capabilityErrors & keyof Backend;

/** The facet of the backend in use. @throws `Unsupported` with the reason where it has none */
export async function facetOf<Name extends FacetName>(
  { backend }: { readonly backend: { get(): Promise<Pick<Backend, Name>> } },
  name: Name,
): Promise<NonNullable<Backend[Name]>> {
  const facet = (await backend.get())[name];
  if (!facet) throw capabilityErrors[name]();
  return facet;
}

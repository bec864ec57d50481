import type { Backend } from "../backend/backend.ts";
import { capabilityErrors } from "../errors/capabilityErrors.ts";

/** The facets that a backend may lack, each with a reason in `capabilityErrors`. */
export type FacetName = keyof typeof capabilityErrors & keyof Backend;

/** A facet of the active backend. @throws `Unsupported` with the reason when it has none */
export async function facetOf<Name extends FacetName>(
  { backend }: { readonly backend: { get(): Promise<Pick<Backend, Name>> } },
  name: Name,
): Promise<NonNullable<Backend[Name]>> {
  const facet = (await backend.get())[name];
  if (!facet) throw capabilityErrors[name]();
  return facet;
}

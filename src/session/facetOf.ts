import type { Backend } from "../backend/backend.ts";
import { capabilityErrors } from "../errors/capabilityErrors.ts";

/** The facets that a backend may lack, each with a reason in `capabilityErrors`. */
export type FacetName = keyof typeof capabilityErrors & keyof Backend;

/** A facet of the active backend, or the part of it that reads. @throws `Unsupported` with the reason when it has none */
export async function facetOf<Name extends FacetName, Facets extends { readonly [Each in Name]?: unknown }>(
  { backend }: { readonly backend: { get(): Promise<Facets> } },
  name: Name,
): Promise<NonNullable<Facets[Name]>> {
  const facet = (await backend.get())[name];
  if (!facet) throw capabilityErrors[name]();
  return facet;
}

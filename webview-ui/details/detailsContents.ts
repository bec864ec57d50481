import type { DetailsAnswer, DetailsPart, DetailsParts, Loadable } from "../../src/protocol/details.ts";

/** The parts of a packaged version's details. A part that is absent was never requested. */
export type DetailsContents = { readonly [Part in DetailsPart]?: Loadable<DetailsParts[Part]> };

/** Every part, in the order on the page. */
export const detailsParts: readonly DetailsPart[] = [
  "version",
  "includedComponents",
  "deployments",
  "carryingPacks",
];

/** The contents with the answer, which must be about the same version. */
export function withAnswer(contents: DetailsContents, answer: DetailsAnswer): DetailsContents {
  return { ...contents, [answer.part]: answer.content };
}

/** The contents with a part that is loading. */
export function withLoading(contents: DetailsContents, part: DetailsPart): DetailsContents {
  return { ...contents, [part]: { state: "loading" } };
}

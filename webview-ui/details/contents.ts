import type { DetailsAnswer, DetailsPart, DetailsParts, Loadable } from "../../src/protocol/details.ts";

/** What is there of a packaged version's details; a part that is absent was never asked for. */
export type DetailsContents = { readonly [Part in DetailsPart]?: Loadable<DetailsParts[Part]> };

/** Every part, in the order in which they are shown. */
export const detailsParts: readonly DetailsPart[] = [
  "version",
  "includedComponents",
  "deployments",
  "carryingPacks",
];

/** The contents with the answer in them. Whether it is about the version that is shown, the caller knows. */
export function withAnswer(contents: DetailsContents, answer: DetailsAnswer): DetailsContents {
  return { ...contents, [answer.part]: answer.content };
}

/** The contents while a part is read again after it failed. */
export function withLoading(contents: DetailsContents, part: DetailsPart): DetailsContents {
  return { ...contents, [part]: { state: "loading" } };
}

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

/** The contents with the failure of every part that is loading. `message` is for users. */
export function withFailure(contents: DetailsContents, message: string): DetailsContents {
  const loading = detailsParts.filter((part) => contents[part]?.state === "loading");
  return { ...contents, ...Object.fromEntries(loading.map((part) => [part, { state: "failed", message }])) };
}

/** The contents with a part that is loading. */
export function withLoading(contents: DetailsContents, part: DetailsPart): DetailsContents {
  return { ...contents, [part]: { state: "loading" } };
}

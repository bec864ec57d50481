import { changePack, type PageState } from "./pageState.ts";

/** Moves the pack at the position up or down among those that are not left out. */
export function movePack(page: PageState, at: number, direction: "up" | "down"): PageState {
  const other = neighbor(page, at, direction);
  if (other === undefined) return page;
  return {
    ...page,
    stored: { ...page.stored, packs: swap(page.stored.packs, at, other) },
    readings: swap(page.readings, at, other).map(({ moved: _before, ...reading }, position) =>
      position === other ? { ...reading, moved: direction } : reading,
    ),
  };
}

/** The position of the next pack in the direction that is not left out. */
export function neighbor({ stored }: PageState, at: number, direction: "up" | "down"): number | undefined {
  const step = direction === "up" ? -1 : 1;
  for (let other = at + step; other >= 0 && other < stored.packs.length; other += step) {
    if (stored.packs[other]?.isLeftOut !== true) return other;
  }
  return undefined;
}

/** Leaves the pack at the position out of the release. */
export function leaveOut(page: PageState, at: number): PageState {
  return changePack(page, at, ({ stored: { selecting: _open, ...stored }, received }) => ({
    stored: { ...stored, isLeftOut: true },
    received,
  }));
}

/** Puts a pack that was left out back in its place. */
export function putBack(page: PageState, at: number): PageState {
  return changePack(page, at, ({ stored: { isLeftOut: _out, ...stored }, received }) => ({
    stored,
    received,
  }));
}

function swap<T>(items: readonly T[], one: number, other: number): readonly T[] {
  return items.map((item, at) => (at === one ? items[other] : at === other ? items[one] : item) ?? item);
}

import type { MatrixChange } from "../../src/model/overview/releaseMatrix.ts";

/** The shapes of the changes. They differ without their colors, too. */
const shapes: Readonly<Partial<Record<MatrixChange, string>>> = {
  new: "M7 2h2v5h5v2H9v5H7V9H2V7h5z",
  upgrade: "M8 2l6 8H2z",
  rollBack: "M8 14L2 6h12z",
  removed: "M3.4 2L8 6.6 12.6 2 14 3.4 9.4 8l4.6 4.6-1.4 1.4L8 9.4 3.4 14 2 12.6 6.6 8 2 3.4z",
};

/** The mark of what a release does to a component. Its meaning is in the label of the cell. */
export function ChangeMark({ change }: { readonly change: MatrixChange }) {
  const shape = shapes[change];
  return shape ? (
    <svg class={`mark ${change}`} viewBox="0 0 16 16" width="12" height="12" aria-hidden="true">
      <path fill="currentColor" d={shape} />
    </svg>
  ) : null;
}

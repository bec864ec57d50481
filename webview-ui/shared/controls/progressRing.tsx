interface ProgressRingProps {
  /** The name for screen readers. Left out beside a text that says the same. */
  readonly label?: string;
}

/** A ring that turns while something is read or sent. */
export function ProgressRing({ label }: ProgressRingProps) {
  return label === undefined ? (
    <span class="progress-ring" aria-hidden="true" />
  ) : (
    <span class="progress-ring" role="progressbar" aria-label={label} />
  );
}

/** The exit codes of the command line. They are published and never change. */
export const exitCodes = {
  /** Done, or nothing to do. */
  done: 0,
  /** It failed before anything was sent. */
  failed: 1,
  /** Wrong usage, an unreadable or invalid file, a plan for another target. */
  usage: 2,
  /** The plan does not fit, or its hash is not the one given. */
  doesNotFit: 3,
  /** Some packs were released or scheduled, then it stopped. */
  stopped: 4,
  /** The outcome of a pack is unknown. */
  unknown: 5,
  /** Interrupted before anything was sent. */
  SIGINT: 130,
  SIGTERM: 143,
} as const;

/** An exit code of the command line. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

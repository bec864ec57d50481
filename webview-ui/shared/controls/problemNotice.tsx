import type { ComponentChildren } from "preact";

interface ProblemNoticeProps {
  readonly message: string;
  /** The user's choices, such as *Retry*. */
  readonly children?: ComponentChildren;
}

/** A failure. A screen reader announces it at once. */
export function ProblemNotice({ message, children }: ProblemNoticeProps) {
  return (
    <div class="notice problem" role="alert">
      <p>{message}</p>
      {children}
    </div>
  );
}

import type { ComponentChildren } from "preact";

interface ProblemNoticeProps {
  readonly message: string;
  /** What can be done about it. */
  readonly children?: ComponentChildren;
}

/** Something that went wrong; a screen reader says it at once. */
export function ProblemNotice({ message, children }: ProblemNoticeProps) {
  return (
    <div class="notice problem" role="alert">
      <p>{message}</p>
      {children}
    </div>
  );
}

import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

interface PageHeadingProps {
  /** Whether the focus goes to another place of the page. */
  readonly leavesFocus?: boolean;
  readonly children: ComponentChildren;
}

/** The heading of a step. It gets the focus when the step appears, so that a screen reader continues there. */
export function PageHeading({ leavesFocus = false, children }: PageHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!leavesFocus) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}

import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

interface ActionLinkProps {
  /** The name for screen readers, if the text does not name the subject of the link. */
  readonly label?: string;
  /** Whether the action would do nothing. The link keeps its place and the focus. */
  readonly isDisabled?: boolean;
  /** Whether the link gets the focus when it appears, because the user comes back to it. */
  readonly takesFocus?: boolean;
  readonly onActivate: () => void;
  readonly children: ComponentChildren;
}

/**
 * A link that runs an action. It is a plain link with the look of the toolkit's, because a table has hundreds of them and
 * each element of the toolkit has a shadow tree.
 */
export function ActionLink(props: ActionLinkProps) {
  const { label, isDisabled = false, takesFocus = false, onActivate, children } = props;
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (takesFocus) link.current?.focus();
  }, []);
  return (
    <a
      ref={link}
      href="#"
      aria-label={label}
      aria-disabled={isDisabled || undefined}
      onClick={(event) => {
        // Otherwise VS Code scrolls to the top of the page.
        event.preventDefault();
        event.stopPropagation();
        if (!isDisabled) onActivate();
      }}
    >
      {children}
    </a>
  );
}

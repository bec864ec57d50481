import type { ComponentChildren } from "preact";

interface ActionLinkProps {
  /** The name for screen readers, if the text does not name the subject of the link. */
  readonly label?: string;
  /** Whether the action would do nothing. The link keeps its place and the focus. */
  readonly isDisabled?: boolean;
  readonly onActivate: () => void;
  readonly children: ComponentChildren;
}

/**
 * A link that runs an action. It is a plain link with the look of the toolkit's, because a table has hundreds of them and
 * each element of the toolkit has a shadow tree.
 */
export function ActionLink({ label, isDisabled = false, onActivate, children }: ActionLinkProps) {
  return (
    <a
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

import type { ComponentChildren } from "preact";

interface ActionLinkProps {
  /** What a screen reader says where the words alone do not tell what the link is about. */
  readonly label?: string;
  readonly onActivate: () => void;
  readonly children: ComponentChildren;
}

/**
 * A link that does something on this page. A plain one that looks like the toolkit's: a table has hundreds of them, and an
 * element of the toolkit takes a shadow tree each.
 */
export function ActionLink({ label, onActivate, children }: ActionLinkProps) {
  return (
    <a
      href="#"
      aria-label={label}
      onClick={(event) => {
        // VS Code would scroll to the top of the page.
        event.preventDefault();
        event.stopPropagation();
        onActivate();
      }}
    >
      {children}
    </a>
  );
}

import type { ComponentChildren } from "preact";

/**
 * A line above the buttons of a step, for what is under way or in the way. It has its place from the start, and a longer text
 * covers the end of the page, so that no button moves when it comes or leaves.
 */
export function StatusLine({ children }: { readonly children: ComponentChildren }) {
  return (
    <div class="status-line" role="status">
      <div>{children}</div>
    </div>
  );
}

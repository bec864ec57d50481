import { options } from "preact";
import { oneLine, severalLines } from "../../src/model/text/visibleText.ts";

/** The attributes whose text is shown or read aloud. */
const shownAttributes = ["alt", "aria-description", "aria-label", "placeholder", "title"];

/** A node of Preact: an element, a component, or a text, whose properties are the text. */
interface Node {
  readonly type: unknown;
  props: unknown;
}

/**
 * Makes every page show control, bidirectional and invisible characters as visible escapes, in texts and in attributes. It
 * is done where Preact makes its nodes, so that no page can forget it. The values that a page sends back stay as they are.
 */
export function showTextsVisibly(): void {
  const before = options.vnode?.bind(options);
  options.vnode = (node) => {
    makeVisible(node);
    before?.(node);
  };
}

function makeVisible(node: Node): void {
  const { type, props } = node;
  if (typeof props === "string") node.props = severalLines(props);
  if (typeof type !== "string" || typeof props !== "object" || props === null) return;
  for (const name of shownAttributes) {
    const text: unknown = Reflect.get(props, name);
    if (typeof text === "string") Reflect.set(props, name, oneLine(text));
  }
}

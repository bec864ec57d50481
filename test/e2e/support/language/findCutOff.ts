/**
 * Runs in a document: describes texts that do not fit their place, and controls that overlap. `shortened` is the selector of
 * elements that shorten data on purpose. It refers to nothing outside itself, because the browser gets its text alone.
 */
export async function findCutOff(root: HTMLElement | SVGElement, shortened: string): Promise<string[]> {
  const page = root.ownerDocument.documentElement;
  const parentOf = (element: Element): Element | null => {
    const parent = element.assignedSlot ?? element.parentNode;
    return parent instanceof ShadowRoot ? parent.host : parent instanceof Element ? parent : null;
  };
  const ancestorsOf = (element: Element): Element[] => {
    const parent = parentOf(element);
    return parent ? [parent, ...ancestorsOf(parent)] : [];
  };
  const nameOf = (element: Element) =>
    `${[element.localName, ...element.classList].join(".")} "${element.textContent.trim().slice(0, 60)}"`;
  const below = (element: Element): Element[] =>
    element.checkVisibility({ visibilityProperty: true })
      ? [element, ...[...(element.shadowRoot?.children ?? []), ...element.children].flatMap(below)]
      : [];
  /** What only a screen reader reads is one pixel large. */
  const isOffScreen = (element: Element) => getComputedStyle(element).clipPath !== "none";
  const clips = (element: Element, axis: "overflowX" | "overflowY") => {
    const style = getComputedStyle(element);
    return (
      /hidden|clip/.test(style[axis]) || style.contentVisibility === "auto" || style.contain.includes("paint")
    );
  };
  const textWidth = (text: string, { font }: CSSStyleDeclaration) => {
    const context = root.ownerDocument.createElement("canvas").getContext("2d");
    if (!context) return 0;
    context.font = font;
    return context.measureText(text).width;
  };

  // The page lays out in the next frame, and fits its grids in the one after.
  for (let frames = 0; frames < 3; frames++) await new Promise((resolve) => requestAnimationFrame(resolve));
  const elements = [...root.children]
    .flatMap(below)
    .filter((element) => ![element, ...ancestorsOf(element)].some(isOffScreen));
  const found: string[] = [];

  for (const element of elements) {
    const { clientWidth, clientHeight, scrollWidth, scrollHeight } = element;
    if (clientWidth === 0 || (shortened !== "" && element.closest(shortened))) continue;
    if (clips(element, "overflowX") && scrollWidth > clientWidth + 1) {
      found.push(`${nameOf(element)} needs ${scrollWidth} of ${clientWidth} pixels`);
    }
    if (clips(element, "overflowY") && scrollHeight > clientHeight + 2) {
      found.push(`${nameOf(element)} is ${scrollHeight} of ${clientHeight} pixels high`);
    }
    if (element instanceof HTMLInputElement && element.value === "") {
      const style = getComputedStyle(element);
      const room = clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
      const needed = textWidth(element.placeholder, style);
      if (needed > room + 1)
        found.push(`The placeholder ${element.placeholder} needs ${needed} of ${room} pixels`);
    }
  }
  if (page.scrollWidth > page.clientWidth + 1) {
    const wide = elements.filter((element) => element.getBoundingClientRect().right > page.clientWidth + 1);
    found.push(
      `The page is ${page.scrollWidth} of ${page.clientWidth} pixels wide: ${wide.map(nameOf).at(-1) ?? ""}`,
    );
  }

  /** The part of a control that its scrolling ancestors show, and what scrolls under it or lies over it. */
  const shown = (element: Element) => {
    const box = element.getBoundingClientRect();
    let { left, right, top, bottom } = box;
    const ancestors = ancestorsOf(element);
    for (const ancestor of ancestors) {
      if (getComputedStyle(ancestor).overflowY === "visible" && !clips(ancestor, "overflowY")) continue;
      const limit = ancestor.getBoundingClientRect();
      [left, right] = [Math.max(left, limit.left), Math.min(right, limit.right)];
      [top, bottom] = [Math.max(top, limit.top), Math.min(bottom, limit.bottom)];
    }
    const layer = ancestors.find(
      (each) => each.localName === "dialog" || /sticky|fixed|absolute/.test(getComputedStyle(each).position),
    );
    return { left, right, top, bottom, layer };
  };
  const isControl = (element: Element) =>
    element.matches("vscode-button, vscode-radio, button, a, input, select");
  const controls = elements
    .filter((element) => isControl(element) && !ancestorsOf(element).some(isControl))
    .map((element) => ({ element, ...shown(element) }));
  controls.forEach((one, index) => {
    for (const other of controls.slice(index + 1)) {
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      if (one.layer === other.layer && across > 1 && down > 1) {
        found.push(`${nameOf(one.element)} overlaps ${nameOf(other.element)}`);
      }
    }
  });
  return found;
}

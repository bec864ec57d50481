import type { Locator } from "playwright-core";

/** A text that a person sees or hears, and where it is. */
export interface ShownText {
  /** The element, such as `button.primary[aria-label]`. */
  readonly place: string;
  readonly text: string;
}

/** The visible texts below an element: text nodes, in shadow roots, too, generated content, and attributes that are read out. */
export function shownTexts(root: Locator): Promise<ShownText[]> {
  return root.evaluate((start) => {
    const attributes = [
      "aria-label",
      "aria-description",
      "aria-roledescription",
      "aria-valuetext",
      "title",
      "placeholder",
      "alt",
      "data-label",
    ];
    const texts: { place: string; text: string }[] = [];
    const nameOf = (element: Element) =>
      [element.localName, ...element.classList].join(".") + (element.id === "" ? "" : `#${element.id}`);
    const oneLine = (text: string) => text.replaceAll(/\s+/g, " ").trim();
    const add = (place: string, text: string) => {
      if (oneLine(text) !== "") texts.push({ place, text: oneLine(text) });
    };
    const isHidden = (element: Element) =>
      !element.checkVisibility({ visibilityProperty: true }) ||
      /^(script|style|svg)$/.test(element.localName);
    const visit = (element: Element) => {
      if (isHidden(element) && getComputedStyle(element).display !== "contents") return;
      const place = nameOf(element);
      for (const attribute of attributes) {
        const text = element.getAttribute(attribute) ?? "";
        // A control may repeat the labels inside it, which are read one by one.
        if (oneLine(text) !== oneLine(element.textContent)) add(`${place}[${attribute}]`, text);
      }
      for (const pseudo of ["::before", "::after"]) {
        const { content } = getComputedStyle(element, pseudo);
        if (content.startsWith('"')) add(`${place}${pseudo}`, content.slice(1, -1));
      }
      // Texts beside each other are one text for who reads them.
      let text = "";
      // What a slot contains is shown only while nothing is assigned to it.
      const own =
        element instanceof HTMLSlotElement && element.assignedNodes().length > 0 ? [] : element.childNodes;
      const children = [...(element.shadowRoot?.childNodes ?? []), ...own];
      for (const child of children) {
        if (child instanceof Text) {
          text += child.data;
        } else if (child instanceof Element) {
          add(place, text);
          text = "";
          visit(child);
        }
      }
      add(place, text);
    };
    visit(start);
    return texts;
  });
}

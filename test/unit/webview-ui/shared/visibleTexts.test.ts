import assert from "node:assert/strict";
import { createElement, options } from "preact";
import { showTextsVisibly } from "../../../../webview-ui/shared/visibleTexts.ts";
import { callUnchecked } from "../../../support/callUnchecked.ts";
import { hostileText, shownHostileText } from "../../../support/fixtures/hostileText.ts";

describe("texts in the webviews", () => {
  const before = options.vnode?.bind(options);
  beforeEach(() => showTextsVisibly());
  afterEach("restore Preact", () => {
    delete options.vnode;
    if (before) options.vnode = before;
  });

  it("have visible escapes for characters that act, in their lines", async () => {
    // Preact makes a node of a text only when it renders it.
    const node = { type: null, props: hostileText };
    await callUnchecked(options, "vnode", node);
    assert.equal(node.props, shownHostileText.replace("new line", "new\nline"));
  });

  it("have them in the attributes that are shown or read aloud, in one line", () => {
    const { props } = createElement("a", { title: hostileText, "aria-label": hostileText }, "x");
    assert.deepEqual([props.title, props["aria-label"]], [shownHostileText, shownHostileText]);
  });

  it("stay as they are where a page sends them back, and on their way through components", () => {
    const { props } = createElement("option", { value: hostileText, id: hostileText });
    assert.deepEqual([props.value, props.id], [hostileText, hostileText]);
    const Name = ({ title }: { readonly title: string }) => createElement("b", null, title);
    assert.equal(createElement(Name, { title: hostileText }).props.title, hostileText);
  });
});

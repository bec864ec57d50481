import assert from "node:assert/strict";
import { useSession } from "./support/session.ts";
import { fillStore, storeInWorkspace } from "./support/workspaceStore.ts";
import { WizardWebview } from "./support/wizardWebview.ts";
import { store } from "../support/fixtures/store.ts";

/** What injected markup could try, and the directive that forbids it. */
const attempts = {
  "an inline script": "script-src-elem",
  "an event handler": "script-src-attr",
  "a script from elsewhere": "script-src-elem",
  "code from text": "script-src",
  "an inline style": "style-src-attr",
  "a picture": "img-src",
  "a request": "connect-src",
  "a frame": "frame-src",
} as const;

describe("the content security policy of the wizard", () => {
  const session = useSession({ settings: storeInWorkspace });
  before("fill the store", () => fillStore(session.workspace, store()));

  it("blocks all injected scripts, styles, resources and requests", async () => {
    const { editor, workbench } = session;
    await workbench.openPacks();
    const wizard = new WizardWebview(workbench);
    await wizard.open("Order to Cash");

    const policy = await wizard.frame.locator("meta[http-equiv]").getAttribute("content");
    assert.match(policy ?? "", /^default-src 'none'; /);
    assert.doesNotMatch(policy ?? "", /unsafe-|data:|blob:|script-src[^;]* (?!'nonce-)/);

    const { violated, ran } = await wizard.frame.locator("body").evaluate(async (body, expected) => {
      const found: string[] = [];
      document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => {
        found.push(effectiveDirective);
      });
      const add = (tag: string, attributes: Readonly<Record<string, string>>, text = "") => {
        const element = document.createElement(tag);
        for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
        element.textContent = text;
        body.append(element);
        return element;
      };
      add("script", {}, "document.title = 'ran'");
      add("button", { onclick: "document.title = 'ran'" }).click();
      add("script", { src: "https://example.com/script.js" });
      add("p", { style: "color: red" });
      add("img", { src: "https://example.com/picture.png" });
      add("iframe", { src: "https://example.com/" });
      await fetch("https://example.com/").catch(() => undefined);
      // Code that the test evaluates is exempt from the policy until it returns. A timer is not.
      const evaluated = await new Promise<string>((resolve) => {
        setTimeout(() => {
          try {
            const made: unknown = Reflect.construct(Function, ["return 'ran'"]);
            resolve(typeof made === "function" ? "ran" : "refused");
          } catch {
            resolve("refused");
          }
        });
      });
      // The events follow the violations, some of them much later on a busy machine.
      const end = performance.now() + 20_000;
      while (found.length < expected && performance.now() < end) {
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      return { violated: found, ran: [document.title, evaluated].includes("ran") };
    }, Object.keys(attempts).length);
    assert.equal(ran, false, "code ran");
    assert.deepEqual([...violated].sort(), Object.values(attempts).sort());
    // The console reports each violation as an error. It must report no other.
    const others = editor.consoleErrors.splice(0).filter((text) => !/Content Security Policy/.test(text));
    assert.deepEqual(others, []);
  });
});

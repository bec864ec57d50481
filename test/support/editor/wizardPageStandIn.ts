import assert from "node:assert/strict";
import type { WizardMessage, WizardRequest } from "../../../src/protocol/wizard.ts";
import { receive } from "../../../webview-ui/wizard/receive.ts";
import { confirmedRequest } from "../../../webview-ui/wizard/schedule/confirmedRequest.ts";
import { initialState, type KeptState, type WizardState } from "../../../webview-ui/wizard/wizardState.ts";
import type { EditorPanel } from "./editorPanel.ts";

/** The wizard's page without a document: it has the state of the real page, and sends what the real page sends. */
export class WizardPageStandIn {
  readonly #panel: EditorPanel;
  #state: WizardState;
  #received: number;

  /** Loads the document of the panel. */
  constructor(panel: EditorPanel) {
    this.#panel = panel;
    this.#received = panel.posted.length;
    const [, first] = /<div id="first" hidden>([^<]*)<\/div>/.exec(panel.webview.html) ?? [];
    assert.ok(first !== undefined, "the document brings nothing");
    const text = first.replaceAll("&lt;", "<").replaceAll("&amp;", "&");
    this.#state = receive(initialState(), JSON.parse(text) as WizardMessage);
  }

  /** The state after every message so far. */
  get state(): WizardState {
    for (const message of this.#panel.posted.slice(this.#received)) {
      this.#received += 1;
      this.#state = receive(this.#state, message as WizardMessage);
    }
    return this.#state;
  }

  /** Resolves once the extension is done with the request. */
  async post(request: WizardRequest): Promise<void> {
    await this.#panel.receive(request);
  }

  choose(choice: Partial<KeptState>): void {
    const { kept, received } = this.state;
    this.#state = { kept: { ...kept, ...choice }, received };
  }

  /** Presses the last button. Resolves once the release is made or rejected. */
  async confirm(): Promise<void> {
    const { kept } = this.state;
    assert.ok(kept.shown, "the page shows no pack");
    this.choose({ submission: { state: "underWay" } });
    await this.post(confirmedRequest(kept, kept.shown));
  }

  /** Comes back after the panel was hidden, as VS Code loads the page once more. */
  async comeBack(): Promise<void> {
    this.#state = initialState(structuredClone(this.state.kept));
    this.#panel.isHidden = false;
    await this.post({ type: "ready" });
  }
}

import assert from "node:assert/strict";
import type { ConfirmedRequest, WizardRequest } from "../../../src/protocol/wizard/wizardRequest.ts";
import type { WizardMessage } from "../../../src/protocol/wizard/wizardMessage.ts";
import { receiveMessage } from "../../../webview-ui/wizard/state/receive/receiveMessage.ts";
import { submit } from "../../../webview-ui/wizard/state/receive/receiveSubmission.ts";
import { confirmedRequest } from "../../../webview-ui/wizard/schedule/confirmedRequest.ts";
import {
  initialState,
  type StoredState,
  type WizardState,
} from "../../../webview-ui/wizard/state/wizardState.ts";
import type { EditorPanel } from "./editorPanel.ts";

/** A stand-in for the wizard's page, without a document. It has the state of the real page and sends the same requests. */
export class WizardPageStandIn {
  readonly #panel: EditorPanel;
  #state: WizardState;
  #received: number;

  /** Loads the document of the panel. */
  constructor(panel: EditorPanel) {
    this.#panel = panel;
    this.#received = panel.posted.length;
    const [, first] = /<div id="first" hidden>([^<]*)<\/div>/.exec(panel.webview.html) ?? [];
    assert.ok(first !== undefined, "the document has no initial message");
    const text = first.replaceAll("&lt;", "<").replaceAll("&amp;", "&");
    this.#state = receiveMessage(initialState(), JSON.parse(text) as WizardMessage);
  }

  /** The state after every message so far. */
  get state(): WizardState {
    for (const message of this.#panel.posted.slice(this.#received)) {
      this.#received += 1;
      this.#state = receiveMessage(this.#state, message as WizardMessage);
    }
    return this.#state;
  }

  /** Sends a request. Resolves once the extension has handled it. */
  async post(request: WizardRequest): Promise<void> {
    await this.#panel.receive(request);
  }

  /** Changes the state as choices of the user do. */
  choose(choice: Partial<StoredState>): void {
    const { stored, received } = this.state;
    this.#state = { stored: { ...stored, ...choice }, received };
  }

  /** Submits the release. Resolves once it has succeeded or was rejected. */
  async confirm(): Promise<void> {
    const { stored } = this.state;
    assert.ok(stored.shown, "the page shows no pack");
    await this.submit(confirmedRequest(stored, stored.shown));
  }

  /** Submits that request. Resolves once it has succeeded or was rejected. */
  async submit(confirmed: ConfirmedRequest): Promise<void> {
    this.choose(submit(this.state.stored, confirmed));
    await this.post(confirmed);
  }

  /** Shows the page again after the panel was hidden: VS Code loads it once more. */
  async comeBack(): Promise<void> {
    this.#state = initialState(structuredClone(this.state.stored));
    this.#panel.isHidden = false;
    await this.post({ type: "ready" });
  }
}

import * as vscode from "vscode";
import { answerDetails } from "../details/answerDetails.ts";
import type { PanelServices } from "../panels.ts";
import { PagePanel } from "../pagePanel.ts";
import { PackFeed } from "./packFeed.ts";
import {
  wizardRequestSchema,
  type WizardMessage,
  type WizardRequest,
  type WizardStart,
} from "../../protocol/wizard.ts";
import { ReleaseSubmission } from "./releaseSubmission.ts";

/** The wizard of one pack: answers what its webview asks. What the user chose lives in the webview. */
export class ReleaseWizard extends PagePanel<WizardRequest, WizardMessage> {
  readonly #services: PanelServices;
  readonly #packId: string;
  readonly #feed: PackFeed;
  readonly #submission: ReleaseSubmission;
  /** What the page is to begin anew with, as long as it may not have heard of it. */
  #start: WizardStart | undefined;

  /** Without a `start`, the webview goes on with the state that it kept. */
  constructor(services: PanelServices, packId: string, panel: vscode.WebviewPanel, start?: WizardStart) {
    super(services, panel, "wizard", wizardRequestSchema);
    const { backend, timeZone, wizardActions } = services;
    const post = (message: WizardMessage) => this.post(message);
    this.#start = start;
    this.#services = services;
    this.#packId = packId;
    this.#feed = new PackFeed({ packId, backend, timeZone, actions: wizardActions, post });
    this.#submission = new ReleaseSubmission(services, packId, post);
    this.register(backend.onDidChange(() => void this.#feed.send()));
    void this.#begin();
  }

  /** Shows the panel, and begins anew with other choices. */
  startAnew(start: WizardStart): void {
    this.#start = start;
    this.reveal();
    // Otherwise the document brings it.
    if (this.isLoaded) void this.#sendStart(start);
  }

  async #begin(): Promise<void> {
    if (!this.#start) {
      this.load();
      return;
    }
    const pack = await this.#feed.readFirst();
    this.load({ type: "several", messages: [{ type: "start", start: this.#start }, pack] });
    this.#start = undefined;
  }

  /** A page that is not there just now asks when it is back. */
  async #sendStart(start: WizardStart): Promise<void> {
    const wasSent = await this.deliver({ type: "start", start });
    if (wasSent && this.#start === start) this.#start = undefined;
    await this.#feed.send();
  }

  protected async answer(request: WizardRequest): Promise<void> {
    const { backend, revealPack, wizardActions } = this.#services;
    switch (request.type) {
      case "ready":
        if (this.#start) this.post({ type: "start", start: this.#start });
        this.#start = undefined;
        this.#submission.report();
        return this.#feed.send();
      case "reload":
        return backend.refresh();
      case "release":
      case "schedule":
        return this.#submission.submit(request);
      case "close":
        this.dispose();
        return;
      case "showPack":
        return revealPack(this.#packId);
      case "addToAccountGroup":
        return wizardActions.addToAccountGroup?.(this.#packId);
      case "signIn":
        return wizardActions.signIn?.();
      case "compare":
        return wizardActions.compare?.(this.#packId, request.versions, request.componentId);
      case "releaseNotes":
        return wizardActions.releaseNotes?.(
          this.#packId,
          request.versions,
          request.action,
          request.releaseId,
        );
      case "openTimeZoneSetting":
        await vscode.commands.executeCommand(
          "workbench.action.openSettings",
          "integrationPacks.scheduler.timeZone",
        );
        return;
      case "loadDetails":
        this.post(await answerDetails(() => backend.get(), request.packageId, request.part));
        return;
      case "copy":
        return vscode.env.clipboard.writeText(request.text);
    }
  }
}

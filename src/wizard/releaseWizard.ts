import * as vscode from "vscode";
import { answerDetails } from "../details/detailsAnswers.ts";
import type { PanelServices } from "../panels.ts";
import { PagePanel } from "../webview/pagePanel.ts";
import { PackFeed } from "./packFeed.ts";
import { wizardRequestSchema, type WizardMessage, type WizardRequest, type WizardStart } from "./protocol.ts";
import { ReleaseSubmission } from "./releaseSubmission.ts";

/** The wizard of one pack: answers what its webview asks. What the user chose lives in the webview. */
export class ReleaseWizard extends PagePanel<WizardRequest, WizardMessage> {
  readonly #services: PanelServices;
  readonly #packId: string;
  readonly #feed: PackFeed;
  readonly #submission: ReleaseSubmission;

  /** Without a `start`, the webview goes on with the state that it kept. */
  constructor(services: PanelServices, packId: string, panel: vscode.WebviewPanel, start?: WizardStart) {
    super(services, panel, "wizard", wizardRequestSchema);
    const { backend, timeZone, wizardActions } = services;
    const post = (message: WizardMessage) => this.post(message);
    this.#services = services;
    this.#packId = packId;
    this.#feed = new PackFeed({ packId, backend, timeZone, actions: wizardActions, post });
    this.#submission = new ReleaseSubmission(services, packId, post);
    this.register(backend.onDidChange(() => void this.#feed.send()));
    void this.#begin(start);
  }

  /** Shows the panel, and begins anew with other choices. */
  startAnew(start: WizardStart): void {
    this.reveal();
    this.post({ type: "start", start });
    void this.#feed.send();
  }

  async #begin(start: WizardStart | undefined): Promise<void> {
    if (start) this.load({ type: "several", messages: [{ type: "start", start }, await this.#feed.first()] });
    else this.load();
  }

  protected async answer(request: WizardRequest): Promise<void> {
    const { backend, revealPack, wizardActions } = this.#services;
    switch (request.type) {
      case "ready":
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

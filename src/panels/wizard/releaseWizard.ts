import { t } from "@vscode/l10n";
import * as vscode from "vscode";
import { runCommand } from "../../contributions.ts";
import { capabilityErrors } from "../../errors/capabilityErrors.ts";
import type { IntegrationPack } from "../../model/pack/pack.ts";
import {
  wizardRequestSchema,
  wizardStateSchema,
  type WizardMessage,
  type WizardRequest,
  type WizardStart,
  type WizardSubject,
} from "../../protocol/wizard.ts";
import { answerDetails } from "../details/answerDetails.ts";
import { PagePanel } from "../pagePanel.ts";
import type { PanelKind } from "../panelKind.ts";
import type { PanelServices } from "../panelServices.ts";
import { PackFeed } from "./packFeed.ts";
import { ReleaseSubmission } from "./releaseSubmission.ts";

/** What a command opens the wizard with. */
export interface WizardOpening {
  /** As the command read it. The wizard does not read it again before it changes. */
  readonly pack: IntegrationPack;
  readonly start: WizardStart;
}

/** The panel of the wizard for one pack. It answers the requests of its page; the user's choices are in the page's state. */
export class ReleaseWizard extends PagePanel<WizardRequest, WizardMessage> {
  readonly #services: PanelServices;
  readonly #packId: string;
  readonly #feed: PackFeed;
  readonly #submission: ReleaseSubmission;
  /** The start that the page has not received yet. */
  #start: WizardStart | undefined;

  /** Without an opening, the page continues with the state that it stored. */
  constructor(
    services: PanelServices,
    panel: vscode.WebviewPanel,
    { packId }: WizardSubject,
    opening?: WizardOpening,
  ) {
    super(services, panel, "wizard", wizardRequestSchema);
    const { backend, timeZone, releaseBranch, wizardActions: actions } = services;
    const post = (message: WizardMessage) => this.post(message);
    this.#services = services;
    this.#packId = packId;
    this.#feed = new PackFeed({ packId, backend, timeZone, releaseBranch, actions, post });
    this.#submission = new ReleaseSubmission(services, packId, post);
    this.register(backend.onDidChange(() => void this.#packChanged()));
    if (opening) void this.#open(opening);
    else this.load();
  }

  /** Shows the wizard again. Its page starts over with the opening, unless a submission is under way. */
  show(opening: WizardOpening): void {
    this.reveal();
    this.#start = opening.start;
    // Otherwise the document brings the start.
    if (this.isLoaded) void this.#restart(opening);
  }

  protected async answer(request: WizardRequest): Promise<void> {
    const { backend, revealPack, wizardActions } = this.#services;
    switch (request.type) {
      case "ready":
        if (this.#start) this.post({ type: "start", start: this.#start });
        this.#start = undefined;
        this.#submission.report();
        return this.#feed.sendToLoadedPage();
      case "reload":
        return backend.refresh();
      case "release":
      case "schedule":
        await this.#submission.submit(request);
        // What changed while it was under way explains a rejection.
        if (this.#submission.isRejected) await this.#feed.send();
        return;
      case "undelete": {
        const { editing } = await backend.get();
        if (!editing) throw capabilityErrors.editing();
        return editing.undeleteComponent(this.#packId, request.componentId);
      }
      case "confirmLeaving": {
        const { editing } = await backend.get();
        if (!editing?.confirmLeaving) throw capabilityErrors.editing();
        return editing.confirmLeaving(this.#packId, request.componentIds);
      }
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
      case "selectTimeZone":
        return runCommand("integrationPacks.selectTimeZone");
      case "loadDetails":
        this.post(await answerDetails(this.#services, request.packageId, request.part));
        return;
      case "copy":
        return vscode.env.clipboard.writeText(request.text);
    }
  }

  async #open({ pack, start }: WizardOpening): Promise<void> {
    this.#start = start;
    this.#feed.use(pack);
    const first = await this.#feed.readFirst();
    this.load({ type: "several", messages: [{ type: "start", start: this.#start }, first] });
    this.#start = undefined;
  }

  async #restart({ pack, start }: WizardOpening): Promise<void> {
    this.#feed.use(pack);
    const isDelivered = await this.deliver({ type: "start", start });
    // A hidden page receives both when it is shown and sends `ready`.
    if (!isDelivered) return;
    if (this.#start === start) this.#start = undefined;
    await this.#feed.send();
  }

  /** The wizard's own release changes the pack, too: until it ends, the page shows what the user confirmed. */
  async #packChanged(): Promise<void> {
    if (!this.#submission.isUnderWay) await this.#feed.sendChange();
  }
}

/** One wizard for each pack. */
export const releaseWizardKind: PanelKind<WizardSubject, WizardOpening> = {
  subjectOf: ({ pack }) => ({ packId: pack.packId }),
  keyOf: ({ packId }) => packId,
  titleOf: ({ pack }) => t("Release {0}", pack.name),
  storedSubject: wizardStateSchema,
  create: (services, panel, subject, opening) => new ReleaseWizard(services, panel, subject, opening),
};

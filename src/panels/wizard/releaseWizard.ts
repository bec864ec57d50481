import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { plural } from "../../base/language.ts";
import { runCommand } from "../../contributions.ts";
import { capabilityErrors } from "../../errors/capabilityErrors.ts";
import { wizardRequestSchema, type WizardRequest } from "../../protocol/wizard/wizardRequest.ts";
import { wizardStateSchema, type WizardSubject } from "../../protocol/wizard/wizardSubject.ts";
import type { WizardMessage } from "../../protocol/wizard/wizardMessage.ts";
import type { WizardStart } from "../../protocol/wizard/wizardStart.ts";
import { answerDetails } from "../details/answerDetails.ts";
import { pageErrors } from "../pageErrors.ts";
import { PagePanel } from "../pagePanel.ts";
import type { PanelKind } from "../panelKind.ts";
import type { PanelServices } from "../panelServices.ts";
import { PackFeed } from "./packFeed.ts";
import { severalStart } from "./plan/severalStart.ts";
import { SeveralPacks } from "./plan/severalPacks.ts";
import { ReleaseSubmission } from "./releaseSubmission.ts";
import type { WizardOpening } from "./wizardOpening.ts";

/**
 * The panel of the wizard, for one pack or several. It answers the requests of its page; the user's choices are in the page's
 * state.
 */
export class ReleaseWizard extends PagePanel<WizardRequest, WizardMessage> {
  readonly #services: PanelServices;
  readonly #packIds: readonly string[];
  readonly #feed: PackFeed;
  readonly #submission: ReleaseSubmission;
  /** Undefined for one pack. */
  readonly #several: SeveralPacks | undefined;
  /** The start that the page has not received yet. */
  #start: WizardStart | undefined;

  /** Without an opening, the page continues with the state that it stored. */
  constructor(
    services: PanelServices,
    panel: vscode.WebviewPanel,
    subject: WizardSubject,
    opening?: WizardOpening,
  ) {
    super(services, panel, "wizard", wizardRequestSchema);
    const { backend, timeZone, releaseBranch, wizardActions: actions } = services;
    const post = (message: WizardMessage) => this.post(message);
    const packIds = "packId" in subject ? [subject.packId] : subject.packIds;
    const several =
      "packId" in subject ? undefined : this.register(new SeveralPacks(services, subject, post));
    this.#services = services;
    this.#packIds = packIds;
    this.#several = several;
    this.#feed = new PackFeed({
      packIds,
      isSeveral: several !== undefined,
      backend,
      timeZone,
      releaseBranch,
      actions,
      post,
      also: several && ((open) => several.answers(open)),
    });
    this.#submission = new ReleaseSubmission(services, this.#packOf(undefined), post);
    this.register(backend.onDidChange(() => void this.#packChanged()));
    several?.watchFile();
    if (opening) void this.#open(opening);
    else this.load();
  }

  /** Shows the wizard again. Its page starts over with the opening, unless a submission is under way. */
  show(opening: WizardOpening): void {
    this.reveal();
    this.#start = startOf(opening);
    // Otherwise the document brings the start.
    if (this.isLoaded) void this.#restart(opening, this.#start);
  }

  protected async answer(request: WizardRequest): Promise<void> {
    const { backend, showPack, wizardActions } = this.#services;
    switch (request.type) {
      case "ready":
        if (this.#start) this.post({ type: "start", start: this.#start });
        this.#start = undefined;
        this.#submission.report();
        this.#several?.report();
        return this.#feed.sendToLoadedPage();
      case "reload":
        return backend.refresh();
      case "release":
      case "schedule":
        if (this.#several) throw pageErrors.unknownRequest();
        await this.#submission.submit(request);
        // What changed while it was under way explains a rejection.
        if (this.#submission.isRejected) await this.#feed.send();
        return;
      case "takeVersions":
      case "savePlan":
      case "applyPlan":
      case "applyAgain":
      case "stopPlan":
        if (!this.#several) throw pageErrors.unknownRequest();
        await this.#several.answer(request);
        // What changed while the plan was applied: the packs are as it left them.
        if (request.type !== "takeVersions" && request.type !== "savePlan") await this.#feed.sendChange();
        return;
      case "reopenPlan": {
        const read = await this.#several?.readFile();
        if (!read) return;
        await wizardActions.openPlan?.(read);
        this.dispose();
        return;
      }
      case "undelete": {
        const { editing } = await backend.get();
        if (!editing) throw capabilityErrors.editing();
        return editing.undeleteComponent(this.#packOf(request.packId), request.componentId);
      }
      case "confirmLeaving": {
        const { editing } = await backend.get();
        if (!editing?.confirmLeaving) throw capabilityErrors.editing();
        return editing.confirmLeaving(this.#packOf(request.packId), request.componentIds);
      }
      case "close":
        this.dispose();
        return;
      case "showPack":
        return showPack(this.#packOf(request.packId));
      case "addToAccountGroup":
        return wizardActions.addToAccountGroup?.(this.#packOf(request.packId));
      case "signIn":
        return wizardActions.signIn?.();
      case "compare":
        return wizardActions.compare?.(this.#packOf(request.packId), request.versions, request.componentId);
      case "releaseNotes":
        return wizardActions.releaseNotes?.(
          this.#packOf(request.packId),
          request.versions,
          request.action,
          request.releaseId,
        );
      case "showLog":
        return runCommand("integrationPacks.showLog");
      case "selectTimeZone":
        return runCommand("integrationPacks.selectTimeZone");
      case "loadDetails":
        this.post(await answerDetails(this.#services, request.packageId, request.part));
        return;
      case "copy":
        return vscode.env.clipboard.writeText(request.text);
    }
  }

  /** The pack that a request is about: without one, the only pack. */
  #packOf(packId: string | undefined): string {
    return packId ?? this.#packIds[0] ?? "";
  }

  async #open(opening: WizardOpening): Promise<void> {
    const start = startOf(opening);
    this.#start = start;
    this.#feed.use(packsOf(opening));
    const first = await this.#feed.readFirst();
    this.load({ type: "several", messages: [{ type: "start", start: this.#start }, first] });
    this.#start = undefined;
  }

  async #restart(opening: WizardOpening, start: WizardStart): Promise<void> {
    this.#feed.use(packsOf(opening));
    const isDelivered = await this.deliver({ type: "start", start });
    // A hidden page receives both when it is shown and sends `ready`.
    if (!isDelivered) return;
    if (this.#start === start) this.#start = undefined;
    await this.#feed.send();
  }

  /** The wizard's own release changes the packs, too: until it ends, the page shows what the user confirmed. */
  async #packChanged(): Promise<void> {
    const isUnderWay = this.#several?.submission.isUnderWay ?? this.#submission.isUnderWay;
    if (!isUnderWay) await this.#feed.sendChange();
  }
}

function startOf(opening: WizardOpening): WizardStart {
  return "pack" in opening ? opening.start : severalStart(opening, new Date());
}

/** The packs that the command read already. */
function packsOf(opening: WizardOpening) {
  if ("pack" in opening) return [opening.pack];
  return "packs" in opening ? opening.packs : [];
}

/** One wizard for each choice of packs. */
export const releaseWizardKind: PanelKind<WizardSubject, WizardOpening> = {
  subjectOf: (opening) => {
    if ("pack" in opening) return { packId: opening.pack.packId };
    if ("packs" in opening) return { packIds: opening.packs.map(({ packId }) => packId) };
    const { plan, file } = opening;
    const packIds = plan.packs.map(({ packId }) => packId);
    return { packIds, plan: { opened: plan, ...(file && { file: file.toString() }) } };
  },
  keyOf: (subject) => {
    if ("packId" in subject) return subject.packId;
    return JSON.stringify([subject.plan ?? null, [...subject.packIds].sort()]);
  },
  titleOf: (opening) => {
    if ("pack" in opening) return l10n.t("Release {0}", opening.pack.name);
    if ("plan" in opening && opening.plan.name !== undefined) return l10n.t("Release {0}", opening.plan.name);
    const { length } = "packs" in opening ? opening.packs : opening.plan.packs;
    return plural(length, l10n.t("Release {0} Pack", length), l10n.t("Release {0} Packs", length));
  },
  storedSubject: wizardStateSchema,
  create: (services, panel, subject, opening) => new ReleaseWizard(services, panel, subject, opening),
};

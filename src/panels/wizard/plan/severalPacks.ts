import * as vscode from "vscode";
import type { Backend } from "../../../backend/backend.ts";
import { DisposableOwner } from "../../../base/disposable.ts";
import { messageForUsers } from "../../../errors/errors.ts";
import { checkPlanTarget, type OpenTarget } from "../../../model/plan/checkPlanTarget.ts";
import { parsePlan } from "../../../model/plan/file/parsePlan.ts";
import type { ReleasePlan } from "../../../model/plan/releasePlan.ts";
import type { PlanMessage } from "../../../protocol/wizard/planMessage.ts";
import type { SeveralSubject } from "../../../protocol/wizard/wizardSubject.ts";
import type { ShownPlan, WizardRequest } from "../../../protocol/wizard/wizardRequest.ts";
import type { WizardMessage } from "../../../protocol/wizard/wizardMessage.ts";
import type { PanelServices } from "../../panelServices.ts";
import { draftShownPlan } from "./draftShownPlan.ts";
import { PlanFileWatch } from "./planFileWatch.ts";
import { PlanSubmission } from "./planSubmission.ts";
import { savePlan } from "./savePlan.ts";
import { pickVersionsSource } from "./takeVersions.ts";

/** A request that only a wizard for several packs has. */
export type PlanRequest = Extract<
  WizardRequest,
  { type: "takeVersions" | "savePlan" | "applyPlan" | "applyAgain" | "stopPlan" }
>;

/** The part of the wizard that only several packs have: their plan, its file, and its application. */
export class SeveralPacks extends DisposableOwner {
  readonly submission: PlanSubmission;
  readonly #services: PanelServices;
  readonly #post: (message: WizardMessage) => boolean;
  /** The plan that the wizard was opened with. */
  readonly #opened: ReleasePlan | undefined;
  readonly #file: vscode.Uri | undefined;
  #watch: PlanFileWatch | undefined;
  #isFileChanged = false;
  /** Where the packs were first read. */
  #target: OpenTarget | undefined;

  /** `post` returns whether the wizard is open. */
  constructor(services: PanelServices, { plan }: SeveralSubject, post: (message: WizardMessage) => boolean) {
    super();
    this.#services = services;
    this.#post = post;
    this.submission = new PlanSubmission(services, post);
    this.#opened = plan && parsePlan(plan.opened);
    this.#file = plan?.file === undefined ? undefined : vscode.Uri.parse(plan.file);
  }

  /** Begins to watch the file of the plan. */
  watchFile(): void {
    if (!this.#file || !this.#opened || this.#watch) return;
    this.#watch = this.register(
      new PlanFileWatch(this.#file, this.#opened, (isChanged) => {
        this.#isFileChanged = isChanged;
        this.#post({ type: "planFileChanged", isChanged });
      }),
    );
    void this.#watch.look();
  }

  /** The plan as its file is now. Nothing without a file. @throws `InvalidRequest` when it cannot be read or is no plan */
  async readFile(): Promise<{ readonly plan: ReleasePlan; readonly file: vscode.Uri } | undefined> {
    return this.#file && this.#watch && { plan: await this.#watch.read(), file: this.#file };
  }

  /** What is read with the packs: whether the backend is another one, and whether the opened plan still fits. */
  answers(backend: Backend): readonly Promise<WizardMessage | undefined>[] {
    const { target } = backend.plans;
    this.#target ??= target;
    return [Promise.resolve(this.#compareTarget(target)), this.#readDrift(backend)];
  }

  /** Sends the last messages again, to a page that was hidden when they were sent. */
  report(): void {
    this.submission.report();
    if (this.#file) this.#post({ type: "planFileChanged", isChanged: this.#isFileChanged });
  }

  async answer(request: PlanRequest): Promise<void> {
    switch (request.type) {
      case "takeVersions": {
        const { packId } = request;
        const from = await pickVersionsSource(await this.#services.backend.get(), packId);
        if (from) this.#post({ type: "takenVersions", packId, from });
        return;
      }
      case "savePlan":
        return savePlan(await this.#draft(await this.#services.backend.get(), request), this.#file);
      case "applyPlan":
        return this.submission.apply((backend) => this.#draft(backend, request));
      case "applyAgain": {
        const plan = parsePlan(request.plan);
        return this.submission.apply(() => Promise.resolve(plan), request.sendAgain);
      }
      case "stopPlan":
        this.submission.stop();
    }
  }

  /** @throws as `draftShownPlan`, and `InvalidRequest` when another backend is open than the packs are from (rule 18) */
  async #draft(backend: Backend, { name, date, timeZone, packs }: ShownPlan): Promise<ReleasePlan> {
    const target = this.#target ?? backend.plans.target;
    checkPlanTarget(target, backend.plans.target);
    return draftShownPlan(
      { name, date, timeZone, packs },
      { backend, target, opened: this.#opened, now: new Date() },
    );
  }

  #compareTarget(open: OpenTarget): PlanMessage {
    try {
      if (this.#target) checkPlanTarget(this.#target, open);
      return { type: "otherTarget", isOther: false };
    } catch (error) {
      return { type: "otherTarget", isOther: true, message: messageForUsers(error) };
    }
  }

  async #readDrift(backend: Backend): Promise<PlanMessage | undefined> {
    if (!this.#opened) return undefined;
    try {
      const { packs } = await backend.plans.check(this.#opened);
      const drifted = packs.filter(({ state }) => state === "drift" || state === "refused");
      return {
        type: "planDrift",
        packs: drifted.map(({ packId, differences }) => ({ packId, differences })),
      };
    } catch {
      // The packs could not be read either, or are on another backend: other messages say so.
      return undefined;
    }
  }
}

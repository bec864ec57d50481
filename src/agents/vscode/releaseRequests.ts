import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { hashPlan } from "../../backend/hashPlan.ts";
import { errors } from "../../errors/errors.ts";
import { parsePlan } from "../../model/plan/file/parsePlan.ts";
import type { ReleasePlan } from "../../model/plan/releasePlan.ts";
import { checkInput } from "../tools/tool.ts";
import { requestRelease } from "./requestRelease.ts";

/** How long a wizard that was opened may take to appear, in ms. */
const patienceMs = 10_000;

/** Asks a person to release, one request at a time: an agent replaces nothing that a person is looking at. */
export class ReleaseRequests {
  readonly #openPlan: (plan: ReleasePlan) => Promise<void>;
  #isOpening = false;

  /** `openPlan` opens the wizard with a plan. */
  constructor(openPlan: (plan: ReleasePlan) => Promise<void>) {
    this.#openPlan = openPlan;
  }

  /** Opens the wizard. @throws `InvalidRequest` while a wizard is open, and for a plan for something else */
  async ask(input: unknown): Promise<object> {
    const plan = parsePlan(checkInput(requestRelease.name, requestRelease.input, input).plan);
    if (this.#isOpening || isWizardOpen()) throw wizardIsOpen();
    this.#isOpening = true;
    try {
      await this.#openPlan(plan);
      await wizardAppears();
    } finally {
      this.#isOpening = false;
    }
    return { formatVersion: 1, planHash: hashPlan(plan), state: "personIsAsked", message: personIsAsked() };
  }
}

function isWizardOpen(): boolean {
  return vscode.window.tabGroups.all.some(({ tabs }) =>
    tabs.some(
      ({ input }) =>
        input instanceof vscode.TabInputWebview && input.viewType.endsWith("integrationPacks.wizard"),
    ),
  );
}

/** VS Code lists a new tab a moment after it was created. */
function wizardAppears(): Promise<void> {
  if (isWizardOpen()) return Promise.resolve();
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      changes.dispose();
      resolve();
    };
    const timer = setTimeout(end, patienceMs);
    const changes = vscode.window.tabGroups.onDidChangeTabs(() => {
      if (isWizardOpen()) end();
    });
  });
}

function wizardIsOpen(): Error {
  return errors.invalidRequest(
    l10n.t(
      "A release wizard is open, so nobody else is asked. Wait until the person has confirmed or closed it.",
    ),
  );
}

function personIsAsked(): string {
  return l10n.t(
    "A person is asked in the release wizard. Nothing is released before they confirm there. Do not report it as released.",
  );
}

import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { runCommand } from "../../contributions.ts";
import { comparePackVersions } from "../../comparison/packComparisons.ts";
import { notesBetween, openNotes } from "../../comparison/notesDocument.ts";
import { errors, messageForUsers } from "../../errors/errors.ts";
import { versionErrors } from "../../errors/versionErrors.ts";
import { columnKey } from "../../model/overview/columnKey.ts";
import { readOverview } from "../../backend/overview/readOverview.ts";
import { readOverviewMarkdown } from "../../backend/overview/readOverviewMarkdown.ts";
import type { PackOverview } from "../../model/overview/packOverview.ts";
import { compactMatrix } from "../../model/overview/compactMatrix.ts";
import { columnVersions } from "../../model/overview/columnVersions.ts";
import { matrixColumnTitle } from "../../model/overview/matrixColumnTitle.ts";
import { matrixCsv } from "../../model/overview/matrixDocuments.ts";
import type { NamedPack } from "../../model/pack/pack.ts";
import type { ComponentVersions } from "../../model/release/release.ts";
import {
  overviewRequestSchema,
  overviewStateSchema,
  type OverviewMessage,
  type OverviewRequest,
  type OverviewSubject,
} from "../../protocol/overview.ts";
import { writeText } from "../../session/textFiles.ts";
import { askForNewFile } from "../../ui/ask/files.ts";
import { showInformation } from "../../ui/notifications.ts";
import { showStatusMessage } from "../../ui/showStatusMessage.ts";
import { errorCode } from "../errorCode.ts";
import { PagePanel } from "../pagePanel.ts";
import type { PanelKind } from "../panelKind.ts";
import type { PanelServices } from "../panelServices.ts";
import { actionsOf } from "./actionsOf.ts";

/** The panel with the overview of a pack. It changes nothing by itself: its actions are commands, which ask. */
export class OverviewPanel extends PagePanel<OverviewRequest, OverviewMessage> {
  readonly #services: PanelServices;
  readonly #packId: string;
  /** What was read last. */
  #overview: PackOverview | undefined;
  /** The number of the last reading. */
  #latest = 0;
  /** Whether the document shows what was read last. */
  #isInDocument = false;

  constructor(services: PanelServices, panel: vscode.WebviewPanel, { packId }: OverviewSubject) {
    super(services, panel, "overview", overviewRequestSchema);
    this.#services = services;
    this.#packId = packId;
    this.register(services.backend.onDidChange(() => void this.#send()));
    void this.#open();
  }

  show(): void {
    this.reveal();
  }

  protected async answer(request: OverviewRequest): Promise<void> {
    const { backend } = this.#services;
    switch (request.type) {
      case "ready":
        // A page that was hidden finds its first document again, which may be old.
        if (!this.#isInDocument) await this.#send();
        this.#isInDocument = false;
        return;
      case "reload":
        return backend.refresh();
      case "act":
        return runCommand(`integrationPacks.${request.action}`, this.#packId);
      case "rollBack":
        return runCommand("integrationPacks.rollBack", this.#packId, request.releaseId);
      case "viewDetails":
        return this.#viewDetails(request.componentId, request.version);
      case "compare": {
        const [before, after] = [this.#column(request.before), this.#column(request.after)];
        return comparePackVersions(await backend.get(), {
          title: l10n.t("{0}: {1} ↔ {2}", this.#shown.pack.name, before.title, after.title),
          before: before.versions,
          after: after.versions,
        });
      }
      case "releaseNotes":
        return this.#openNotes(request.before, request.after);
      case "showInstallations":
        return runCommand("integrationPacks.showInstallations", this.#packId);
      case "copyMarkdown":
        await vscode.env.clipboard.writeText(await readOverviewMarkdown(await backend.get(), this.#shown));
        showStatusMessage(l10n.t("Copied the overview as Markdown"));
        return;
      case "exportCsv":
        return this.#exportCsv();
    }
  }

  async #open(): Promise<void> {
    const message = await this.#read();
    this.#isInDocument = message !== undefined;
    this.load(message);
  }

  /** Sends the overview as it is now. A reading that ends after a later one began is dropped. */
  async #send(): Promise<void> {
    this.#isInDocument = false;
    const message = await this.#read();
    if (message) this.post(message);
  }

  async #read(): Promise<OverviewMessage | undefined> {
    const number = ++this.#latest;
    const { backend, releaseBranch } = this.#services;
    try {
      const open = await backend.get();
      const reading = await readOverview(open, this.#packId, releaseBranch());
      if (number !== this.#latest) return undefined;
      const { overview } = reading;
      this.#overview = overview;
      return {
        type: "overview",
        ...overview,
        matrix: compactMatrix(overview.matrix),
        actions: actionsOf(open, reading),
      };
    } catch (error) {
      if (number !== this.#latest) return undefined;
      return { type: "overviewFailed", code: errorCode(error), message: messageForUsers(error) };
    }
  }

  get #shown(): PackOverview {
    if (!this.#overview) throw errors.invalidRequest(l10n.t("The pack is still loading. Try again."));
    return this.#overview;
  }

  /** The column with the key. @throws `NotFound` when the page shows a column that is gone */
  #column(key: string): { readonly title: string; readonly versions: ComponentVersions } {
    const { matrix } = this.#shown;
    const at = matrix.columns.findIndex((column) => columnKey(column) === key);
    const column = matrix.columns[at];
    if (!column)
      throw errors.notFound(l10n.t("This release is no longer in the overview. Choose another one."));
    return { title: matrixColumnTitle(column), versions: columnVersions(matrix, at) };
  }

  async #viewDetails(componentId: string, version: string): Promise<void> {
    const known = await (await this.#services.backend.get()).listVersions([componentId]);
    const found = known.get(componentId)?.find(({ packageVersion }) => packageVersion === version);
    const row = this.#shown.matrix.rows.find((candidate) => candidate.componentId === componentId);
    if (!found) throw versionErrors.versionNotFound(version, row?.componentName ?? componentId);
    await runCommand("integrationPacks.viewDetails", found.packageId);
  }

  /** Without `beforeKey`, the notes of one release: what it changed of the release before it. */
  async #openNotes(beforeKey: string | undefined, afterKey: string): Promise<void> {
    const { pack, matrix } = this.#shown;
    const after = this.#column(afterKey);
    const at = matrix.columns.findIndex((column) => columnKey(column) === afterKey);
    const previous = matrix.columns[at - 1];
    const before =
      beforeKey === undefined ? previous && this.#column(columnKey(previous)) : this.#column(beforeKey);
    const title = before ? l10n.t("{0} to {1}", before.title, after.title) : after.title;
    await openNotes(notesBetween(pack, title, before?.versions ?? {}, after.versions));
  }

  async #exportCsv(): Promise<void> {
    const { pack, matrix } = this.#shown;
    const filters = { CSV: ["csv"] };
    const question = {
      title: l10n.t("Export Releases of {0}", pack.name),
      button: l10n.t("Export"),
      filters,
    };
    const chosen = await askForNewFile(question, undefined);
    if (!chosen) return;
    await writeText(chosen.value, matrixCsv(matrix));
    void showInformation(l10n.t("Exported the releases of {0}.", pack.name), {
      title: l10n.t("Open"),
      run: () => vscode.window.showTextDocument(chosen.value),
    });
  }
}

/** One overview for each pack. */
export const overviewKind: PanelKind<OverviewSubject, NamedPack> = {
  subjectOf: ({ packId }) => ({ packId }),
  keyOf: ({ packId }) => packId,
  titleOf: ({ name }) => name,
  storedSubject: overviewStateSchema,
  create: (services, panel, subject) => new OverviewPanel(services, panel, subject),
};

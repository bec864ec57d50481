import type * as v from "valibot";
import type * as vscode from "vscode";
import type { Disposable } from "../base/disposable.ts";
import type { PanelServices } from "./panelServices.ts";

/**
 * How a page describes itself to the registry. A `Subject` is what a panel shows, such as one pack; an `Opening` is what a
 * command opens a panel with.
 */
export interface PanelKind<Subject, Opening> {
  readonly subjectOf: (opening: Opening) => Subject;
  /** Subjects with the same key share one panel. */
  readonly keyOf: (subject: Subject) => string;
  readonly titleOf: (opening: Opening) => string;
  /** Finds the subject in the state that the page stored before VS Code reloaded the window. */
  readonly storedSubject: v.GenericSchema<unknown, Subject>;
  /** Shows the subject in a new panel. Without an opening, the page continues with the state that it stored. */
  readonly create: (
    services: PanelServices,
    panel: vscode.WebviewPanel,
    subject: Subject,
    opening?: Opening,
  ) => OpenPanel<Opening>;
}

/** A panel that is open. */
export interface OpenPanel<Opening> extends Disposable {
  /** Brings the panel to the front and shows what it is opened with this time. */
  show(opening: Opening): void;
}

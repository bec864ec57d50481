import { t } from "@vscode/l10n";
import * as vscode from "vscode";
import type { CommandId } from "../contributions.ts";
import {
  DamagedStoreError,
  IntegrationPacksError,
  messageForUsers,
  RecordsUnavailableError,
} from "../errors/errors.ts";
import { plainMarkdown } from "./hoverMarkdown.ts";
import { rowId } from "./rowId.ts";
import type { TreeNode } from "./treeNode.ts";

const signIn: CommandId = "integrationPacks.signIn";

/** The row that is shown in place of children that could not be read. */
export class ProblemItem implements TreeNode {
  readonly id: string;
  readonly #parent: TreeNode | undefined;
  readonly #error: unknown;

  constructor(parent: TreeNode | undefined, error: unknown) {
    this.id = rowId(parent, "problem");
    this.#parent = parent;
    this.#error = error;
  }

  /** The row whose children could not be read; `undefined` for the top level of the tree. */
  getParent(): TreeNode | undefined {
    return this.#parent;
  }

  getChildren(): TreeNode[] {
    return [];
  }

  getHover(): vscode.MarkdownString {
    return plainMarkdown(this.#message);
  }

  getTreeItem(): vscode.TreeItem {
    const title = this.#storeProblem;
    const item = new vscode.TreeItem(title ?? this.#message);
    if (title !== undefined) item.description = this.#message;
    item.iconPath = new vscode.ThemeIcon("warning", new vscode.ThemeColor("list.warningForeground"));
    item.contextValue = this.#contextValue;
    if (this.#isSignedOut) item.command = { command: signIn, title: t("Sign In to Boomi") };
    const text = title === undefined ? this.#message : `${title}. ${this.#message}`;
    item.accessibilityInformation = { label: t("Problem: {0}", text) };
    return item;
  }

  get #contextValue(): string {
    if (this.#isSignedOut) return "problem signedOut";
    return this.#error instanceof DamagedStoreError ? "problem damagedStore" : "problem";
  }

  get #isSignedOut(): boolean {
    return this.#error instanceof IntegrationPacksError && this.#error.code === "Unauthorized";
  }

  /** A title for problems of the store or the records, as their message begins with a path. */
  get #storeProblem(): string | undefined {
    if (!(this.#error instanceof IntegrationPacksError) || this.#error.code !== "StoreUnavailable")
      return undefined;
    if (this.#error instanceof RecordsUnavailableError) return t("Records not available");
    return this.#error instanceof DamagedStoreError ? t("Damaged store") : t("Store not available");
  }

  get #message(): string {
    return messageForUsers(this.#error);
  }
}

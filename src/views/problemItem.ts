import * as l10n from "@vscode/l10n";
import type { CommandId } from "../contributions.ts";
import {
  DamagedStoreError,
  IntegrationPacksError,
  messageForUsers,
  RecordsUnavailableError,
} from "../errors/errors.ts";
import type { Hover } from "../ui/hover.ts";
import type { Row } from "../ui/row.ts";
import { rowId } from "./rowId.ts";
import type { TreeNode } from "./treeNode.ts";

const signIn: CommandId = "integrationPacks.signIn";

/** The row that is shown in place of children that could not be read. */
export class ProblemItem implements TreeNode {
  readonly id: string;
  readonly #parent: TreeNode;
  readonly #error: unknown;

  constructor(parent: TreeNode, error: unknown) {
    this.id = rowId(parent, "problem");
    this.#parent = parent;
    this.#error = error;
  }

  /** The row whose children could not be read. */
  getParent(): TreeNode {
    return this.#parent;
  }

  getChildren(): TreeNode[] {
    return [];
  }

  getHover(): Hover {
    return { closing: this.#message };
  }

  getRow(): Row {
    const title = this.#storeProblem;
    const text = title === undefined ? this.#message : `${title}. ${this.#message}`;
    return {
      label: title ?? this.#message,
      ...(title !== undefined && { description: this.#message }),
      icon: "warning",
      iconColor: "list.warningForeground",
      contextValue: this.#contextValue,
      ...(this.#isSignedOut && { command: { command: signIn, title: l10n.t("Sign In to Boomi") } }),
      spoken: l10n.t("Problem: {0}", text),
    };
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
    if (this.#error instanceof RecordsUnavailableError) return l10n.t("Records not available");
    return this.#error instanceof DamagedStoreError ? l10n.t("Damaged store") : l10n.t("Store not available");
  }

  get #message(): string {
    return messageForUsers(this.#error);
  }
}

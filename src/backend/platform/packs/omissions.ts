import * as l10n from "@vscode/l10n";

/** The lists of which rows may come that cannot be read. */
export type ListName =
  "packs" | "versions" | "includedComponents" | "deployments" | "accountGroups" | "sharedPacks" | "accounts";

/** What the latest lists could not show: rows in a form that cannot be read. */
export class Omissions {
  #recordsProblem: string | undefined;
  readonly #counts = new Map<ListName, number>();

  /** Takes note of why shared records could not be read, as a sentence for users; nothing when they could. */
  reportRecords(problem: string | undefined): void {
    this.#recordsProblem = problem;
  }

  /** Takes note of how many rows of a list could not be read. */
  report(list: ListName, unreadable: number): void {
    this.#counts.set(list, unreadable);
  }

  /** As a sentence for users; nothing where everything was shown. */
  get sentence(): string | undefined {
    const count = [...this.#counts.values()].reduce((sum, one) => sum + one, 0);
    const rows =
      count > 0 &&
      l10n.t("Rows that Boomi sent and that could not be read: {0}. Show the log for details.", count);
    return [this.#recordsProblem, rows].filter(Boolean).join(" ") || undefined;
  }
}

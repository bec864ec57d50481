import * as l10n from "@vscode/l10n";
import type { InstallationFacet, InstallationProgress } from "../../../backend/facets/installationFacet.ts";
import type { PackAccount } from "../../../model/installation/installationReading.ts";
import type { NamedPack } from "../../../model/pack/pack.ts";
import { withCancellableProgress } from "../../../ui/progress.ts";

/** After each such part of the accounts, the rows are shown again. */
const shownParts = 20;

/** A reading of installations that has not ended. */
export interface InstallationRun {
  /** The accounts that answered so far. */
  readonly accounts: readonly PackAccount[];
  readonly asked: number;
  /** How many accounts are to be asked; 0 until they are listed. */
  readonly total: number;
  /** Resolves with the first answer, or the end. Rejects once the reading failed. */
  readonly begun: Promise<void>;
}

/** The parts of a run as they change. */
interface ChangingRun {
  accounts: PackAccount[];
  asked: number;
  total: number;
  begun: Promise<void>;
  /** The row that shows the run: a later one with the same id takes the place of an earlier one. */
  listener: RunListener;
}

/** What a run reports to the rows. */
export interface RunListener {
  /** Further accounts answered, or the reading failed. */
  readonly onProgress: () => void;
  readonly onEnd: () => void;
}

/** The readings that run in a view, at most one for each pack. A notification shows the progress and can cancel it. */
export class InstallationRuns {
  readonly #runs = new WeakMap<InstallationFacet, Map<string, ChangingRun>>();

  /** The reading of the pack that runs, or whose failure was not taken yet. */
  find(facet: InstallationFacet, packId: string): InstallationRun | undefined {
    return this.#runs.get(facet)?.get(packId);
  }

  /** Forgets a reading that failed, so that the next one can start. */
  forget(facet: InstallationFacet, packId: string): void {
    this.#runs.get(facet)?.delete(packId);
  }

  /** Starts a reading, unless one runs; it then reports to this listener from now on. */
  start(facet: InstallationFacet, { packId, name }: NamedPack, listener: RunListener): InstallationRun {
    const runs = this.#runs.get(facet) ?? new Map<string, ChangingRun>();
    this.#runs.set(facet, runs);
    const running = runs.get(packId);
    if (running) {
      running.listener = listener;
      return running;
    }
    let begin: () => void = () => undefined;
    let fail: (error: unknown) => void = () => undefined;
    const begun = new Promise<void>((resolve, reject) => {
      begin = resolve;
      fail = reject;
    });
    // Nobody may look at the rows when the reading fails.
    begun.catch(() => undefined);
    const run: ChangingRun = { accounts: [], asked: 0, total: 0, begun, listener };
    runs.set(packId, run);
    const reading = read(facet, { packId, name }, (progress) => {
      const isFirst = run.asked === 0;
      run.accounts.push(...progress.found);
      run.asked = progress.asked;
      run.total = progress.total;
      begin();
      const isShown = run.asked % Math.ceil(run.total / shownParts) === 0;
      if (isShown && !isFirst) run.listener.onProgress();
    });
    void reading.then(
      () => {
        runs.delete(packId);
        begin();
        run.listener.onEnd();
      },
      (error: unknown) => {
        fail(error);
        run.begun = reading.then(() => undefined);
        run.begun.catch(() => undefined);
        if (run.asked === 0) runs.delete(packId);
        else run.listener.onProgress();
      },
    );
    return run;
  }
}

function read(
  facet: InstallationFacet,
  { packId, name }: NamedPack,
  onProgress: (progress: InstallationProgress) => void,
): Promise<unknown> {
  return withCancellableProgress(l10n.t('Reading the installations of "{0}"', name), (signal, report) =>
    facet.read([packId], {
      signal,
      onProgress: (progress) => {
        report(100 / progress.total);
        onProgress(progress);
      },
    }),
  );
}

import * as l10n from "@vscode/l10n";
import { describeAccount, describeInstallationState } from "../../model/installation/describeInstallation.ts";
import type { InstallationReading } from "../../model/installation/installationReading.ts";
import { readingNotes, readingSummary } from "../../model/installation/readingSummary.ts";
import { sortedForOthers } from "../../model/installation/sortedForOthers.ts";
import type { PackSummary } from "../../model/pack/pack.ts";
import { installationsReport } from "../../model/report/installationsReport.ts";
import { utcText } from "../../model/text/utcText.ts";
import type { RunCommand } from "../command.ts";
import { exitCodes, type ExitCode } from "../exitCodes.ts";
import { blockReport, type Block } from "../format/block.ts";
import { findPack } from "./findPack.ts";

/** Lists which accounts have packs. A signal ends the reading; what was found until then is written. */
export const installations: RunCommand = async (call) => {
  const { parameters, options, openBackend, notices, surroundings } = call;
  const backend = await openBackend();
  const packs = chosenPacks(await backend.listPackSummaries(), parameters);
  const ending = new AbortController();
  let exitCode: ExitCode = exitCodes.done;
  const signals = surroundings.onSignal((signal) => {
    exitCode = exitCodes[signal];
    ending.abort();
  });
  try {
    const readings = await backend.installations.read(
      packs.map(({ packId }) => packId),
      {
        signal: ending.signal,
        withDetails: options.flag("details"),
        onProgress: ({ asked, total }) =>
          notices.progress(l10n.t("Asking the accounts: {0} of {1}", asked, total)),
      },
    );
    return {
      exitCode,
      report: blockReport(installationsReport(readings), () => readings.flatMap(blocksOf)),
    };
  } finally {
    signals.dispose();
  }
};

/** The packs that are named; without a name, all that were ever released: no other one is installed anywhere. */
function chosenPacks(packs: readonly PackSummary[], named: readonly string[]): readonly PackSummary[] {
  return named.length === 0
    ? packs.filter(({ released }) => released)
    : named.map((idOrName) => findPack(packs, idOrName));
}

function blocksOf(reading: InstallationReading): Block[] {
  return [
    { kind: "heading", text: reading.name },
    { kind: "paragraph", text: readingSummary(reading) },
    ...(reading.accounts.length === 0 ? [] : [accountsTable(reading)]),
    ...readingNotes(reading, utcText).map((text): Block => ({ kind: "paragraph", text })),
    { kind: "facts", facts: [[l10n.t("Read"), utcText(reading.readAt)]] },
  ];
}

function accountsTable({ accounts }: InstallationReading): Block {
  return {
    kind: "table",
    columns: [l10n.t("Account"), l10n.t("State"), l10n.t("Remarks")],
    rows: sortedForOthers(accounts).map((account) => [
      account.accountName,
      describeInstallationState(account.state),
      describeAccount(account, utcText).join("; "),
    ]),
  };
}

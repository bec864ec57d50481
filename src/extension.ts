import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { setLanguage } from "./base/language.ts";
import { registerTools } from "./agents/vscode/registerTools.ts";
import { createApi } from "./api/createApi.ts";
import type { IntegrationPacksApi } from "./api/integrationPacksApi.ts";
import { describeError } from "./base/describeError.ts";
import { startLater } from "./base/startLater.ts";
import { registerCommands } from "./commands/registerCommands.ts";
import { comparisonActions } from "./comparison/comparisonActions.ts";
import { DocumentProvider } from "./comparison/documentProvider.ts";
import { contributedCommands, contributedTools, runCommand } from "./contributions.ts";
import { registerDeepLinks } from "./deepLinks/registerDeepLinks.ts";
import { createPanels, type Panels } from "./panels/panels.ts";
import { PlanFiles } from "./plans/planFiles.ts";
import { systemTimer } from "./scheduler/clock.ts";
import { ActiveBackend } from "./session/activeBackend.ts";
import { Capabilities } from "./session/capabilities.ts";
import { Credentials } from "./session/account/credentials.ts";
import { ScheduledReleases } from "./session/dueReleases/scheduledReleases.ts";
import { openBackend } from "./session/openBackend.ts";
import { OutputLog } from "./ui/outputLog.ts";
import { RowDecorations } from "./ui/rowDecoration.ts";
import {
  onDidChangeBackendSettings,
  onDidChangeReleaseSettings,
  releaseBranch,
  schedulerTimeZone,
} from "./ui/settings/settings.ts";
import { AccountGroupsView } from "./views/accountGroups/accountGroupsView.ts";
import { NextReleaseStatus } from "./views/nextReleaseStatus.ts";
import { PacksView } from "./views/packs/packsView.ts";
import { ViewProblems } from "./views/viewProblems.ts";
import { ScheduledReleasesView } from "./views/scheduledReleases/scheduledReleasesView.ts";

/** Composes the extension, registers its parts, and returns the API for other extensions. */
export function activate(context: vscode.ExtensionContext): IntegrationPacksApi {
  if (vscode.l10n.bundle) l10n.config({ contents: vscode.l10n.bundle });
  setLanguage(vscode.env.language);
  const { extensionUri } = context;
  const log = new OutputLog();
  const credentials = new Credentials(context);
  const backend = new ActiveBackend(() => openBackend(context, credentials, log));
  const backups = async () =>
    (await import("./session/store/storeBackups.ts")).storeBackups(context, backend);
  const earlierStores = async () =>
    (await import("./session/store/earlierStores.ts")).earlierStores(context, backend);
  const storePlace = async () => (await import("./session/store/storePlace.ts")).storePlace(context, backend);
  const teamRecords = async () =>
    (await import("./session/store/teamRecords.ts")).teamRecords(context, credentials, backend);
  const snapshotFiles = async () =>
    new (await import("./session/snapshotFiles.ts")).SnapshotFiles({ backend, extensionUri, log });

  const viewProblems = new ViewProblems(log);
  const packsView = new PacksView(backend, viewProblems);
  const accountGroupsView = new AccountGroupsView(backend, viewProblems);
  const showPack = async (packId: string) => {
    await packsView.reveal(packId);
    await runCommand("integrationPacks.showOverview", packId);
  };
  const panels: Panels = createPanels({
    extensionUri,
    backend,
    log,
    timeZone: schedulerTimeZone,
    releaseBranch,
    showPack,
    wizardActions: {
      ...comparisonActions(backend),
      signIn: () => runCommand("integrationPacks.signIn"),
      addToAccountGroup: (packId) => runCommand("integrationPacks.addToAccountGroup", packId),
      openPlan: (opening) => panels.openPlan(opening),
    },
  });

  const planFiles = new PlanFiles({ backend, log });

  context.subscriptions.push(
    log,
    backend,
    new RowDecorations(),
    packsView,
    accountGroupsView,
    new ScheduledReleasesView(backend, viewProblems),
    new NextReleaseStatus(backend, log),
    new ScheduledReleases({ backend, log, showPack }),
    new Capabilities(backend, log),
    startLater(
      async () => {
        const { startInBackground } = await import("./session/startInBackground.ts");
        return startInBackground({
          backend,
          timer: systemTimer,
          earlierStores,
          state: context.workspaceState,
          log,
        });
      },
      (error) => log.error(describeError(error)),
    ),
    panels,
    planFiles,
    new DocumentProvider(backend, log),
    onDidChangeBackendSettings(() => backend.reopen()),
    onDidChangeReleaseSettings(() => backend.refresh()),
    credentials.onDidChange(() => backend.reopen()),
    registerDeepLinks({ log, openPlan: (opening) => panels.openPlan(opening) }),
    registerTools(contributedTools(context.extension), {
      backend,
      log,
      openPlan: (plan) => panels.openPlan({ plan }),
    }),
    registerCommands(contributedCommands(context.extension), {
      backend,
      credentials,
      packsView,
      accountGroupsView,
      panels,
      planFiles,
      backups,
      earlierStores,
      storePlace,
      teamRecords,
      snapshotFiles,
      log,
      changes: () => ({ backend, backups, earlierStores, storePlace, teamRecords, snapshotFiles }),
    }),
  );
  return createApi({ backend, timeZone: schedulerTimeZone, releaseBranch, snapshotFiles });
}

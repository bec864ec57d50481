import * as l10n from "@vscode/l10n";
import { capabilityErrors } from "../../errors/capabilityErrors.ts";
import { packErrors } from "../../errors/packErrors.ts";
import { otherBranchMark } from "../../model/pack/otherBranchMark.ts";
import { canBeChosen } from "../../model/pack/packagedVersion.ts";
import { facetOf } from "../../session/facetOf.ts";
import type { Answer } from "../../ui/ask/confirmed.ts";
import { pick } from "../../ui/ask/pick.ts";
import { joinParts } from "../../ui/joinParts.ts";
import { releaseBranch } from "../../ui/settings/settings.ts";
import { componentOf, namesOf, type ChosenComponent } from "../ask/componentOf.ts";
import { rowSubject } from "../ask/rowSubject.ts";
import { textArgument } from "../ask/textArgument.ts";
import type { Services } from "../command.ts";
import type { ConfirmedCommand } from "../confirmation.ts";

interface PendingVersion extends ChosenComponent {
  /** `""` clears the pending version. */
  readonly version: string;
}

/** Sets the version of a component that the wizard preselects. */
export const setPendingVersion: ConfirmedCommand<PendingVersion> = {
  async find(services, call) {
    const editing = await facetOf(services, "editing");
    if (!editing.setPendingVersion) throw capabilityErrors.setPendingVersion();
    const found = await componentOf(services, call, {
      title: l10n.t("Set Pending Version"),
      titleIn: ({ name }) => l10n.t("Set Pending Version: {0}", name),
      offer: ({ deleted }) => !deleted,
      none: l10n.t("This pack has no component whose version can be set."),
    });
    if (!found) return undefined;
    const given = rowSubject(call.args[0]).packageVersion ?? textArgument(call.args, 2);
    if (given !== undefined) return { ...found, version: given };
    const picked = await askForVersion(services, found);
    return picked && { ...found, version: picked.value, chosen: picked.confirmed };
  },

  async question(services, found) {
    const { packName, componentName } = await namesOf(services, found);
    const { version } = found;
    return {
      message:
        version === ""
          ? l10n.t('Clear the pending version of "{0}" in "{1}"?', componentName, packName)
          : l10n.t('Set the pending version of "{0}" in "{1}" to "{2}"?', componentName, packName, version),
      detail: [
        version === ""
          ? l10n.t("The wizard then preselects the latest version.")
          : l10n.t("The wizard preselects this version for the next release."),
      ],
      button: version === "" ? l10n.t("Clear") : l10n.t("Set"),
    };
  },

  async act(services, { packId, componentId, version }, confirmed) {
    const editing = await facetOf(services.changes(confirmed), "editing");
    if (!editing.setPendingVersion) throw capabilityErrors.setPendingVersion();
    await editing.setPendingVersion(packId, componentId, version);
    services.log.info(
      `Pending version of component ${componentId} in pack ${packId}: ${JSON.stringify(version)}`,
    );
  },
};

async function askForVersion(
  { backend }: Services,
  { packId, componentId }: ChosenComponent,
): Promise<Answer<string> | undefined> {
  const active = await backend.get();
  const [pack, versions] = await Promise.all([active.getPack(packId), active.listVersions([componentId])]);
  const component = pack.components.find((each) => each.componentId === componentId);
  if (!component) throw packErrors.componentNotInPack(componentId, pack.name);
  const { currentVersion, pendingVersion } = component;
  const branch = releaseBranch();
  const picks = (versions.get(componentId) ?? []).filter(canBeChosen).map((version) => ({
    label: version.packageVersion,
    description: joinParts(
      [
        version.packageVersion === currentVersion && l10n.t("released"),
        version.packageVersion === pendingVersion && l10n.t("pending"),
        otherBranchMark(version, branch),
      ],
      ", ",
    ),
    detail: version.notes,
    value: version.packageVersion,
  }));
  const none = {
    label: l10n.t("No pending version"),
    detail: l10n.t("The wizard then preselects the latest one."),
    value: "",
  };
  return pick(
    l10n.t("Set Pending Version: {0}, {1}", pack.name, component.componentName),
    picks.length > 0 && pendingVersion !== "" ? [...picks, none] : picks,
    l10n.t("This component has no version to select."),
    l10n.t("Select a version"),
  );
}

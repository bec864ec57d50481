import { t } from "@vscode/l10n";
import type { Backend } from "../../backend/backend.ts";
import { capabilityErrors } from "../../errors/capabilityErrors.ts";
import { packErrors } from "../../errors/packErrors.ts";
import { otherBranchMark } from "../../model/pack/otherBranchMark.ts";
import { canBeChosen } from "../../model/pack/packagedVersion.ts";
import { facetOf } from "../../session/facetOf.ts";
import { joinParts } from "../../ui/joinParts.ts";
import { withoutIcons } from "../../ui/plainText.ts";
import { releaseBranch } from "../../ui/settings.ts";
import { componentOf } from "../ask/componentOf.ts";
import { pick } from "../ask/pick.ts";
import { rowSubject } from "../ask/rowSubject.ts";
import { textArgument } from "../ask/textArgument.ts";
import type { Call, Services } from "../command.ts";

/** Sets the version of a component that the wizard preselects. Code can pass `""` to clear it. */
export async function setPendingVersion(services: Services, call: Call): Promise<void> {
  const editing = await facetOf(services, "editing");
  if (!editing.setPendingVersion) throw capabilityErrors.setPendingVersion();
  const title = t("Set Pending Version");
  const found = await componentOf(services, call, {
    title,
    offer: ({ deleted }) => !deleted,
    none: t("This pack has no component whose version could be chosen."),
  });
  if (!found) return;
  const { packId, componentId } = found;
  const given = rowSubject(call.args[0]).packageVersion ?? textArgument(call.args, 2);
  const version = given ?? (await askForVersion(title, await services.backend.get(), packId, componentId));
  if (version === undefined) return;
  await editing.setPendingVersion(packId, componentId, version);
  services.log.info(
    `Pending version of component ${componentId} in pack ${packId}: ${JSON.stringify(version)}`,
  );
}

async function askForVersion(
  title: string,
  backend: Backend,
  packId: string,
  componentId: string,
): Promise<string | undefined> {
  const [pack, versions] = await Promise.all([backend.getPack(packId), backend.listVersions([componentId])]);
  const component = pack.components.find((each) => each.componentId === componentId);
  if (!component) throw packErrors.componentNotInPack(componentId, pack.name);
  const { currentVersion, pendingVersion } = component;
  const branch = releaseBranch();
  const picks = (versions.get(componentId) ?? []).filter(canBeChosen).map((version) => ({
    label: withoutIcons(version.packageVersion),
    description: joinParts(
      [
        version.packageVersion === currentVersion && t("released"),
        version.packageVersion === pendingVersion && t("pending"),
        withoutIcons(otherBranchMark(version, branch)),
      ],
      ", ",
    ),
    detail: withoutIcons(version.notes),
    value: version.packageVersion,
  }));
  const none = {
    label: t("No pending version"),
    detail: t("The wizard then preselects the latest one."),
    value: "",
  };
  return pick(
    t("{0}: {1}", title, component.componentName),
    picks.length > 0 && pendingVersion !== "" ? [...picks, none] : picks,
    t("This component has no version that could be chosen."),
  );
}

import * as l10n from "@vscode/l10n";
import type { PackagingFacet } from "../../backend/facets/packagingFacet.ts";
import { versionErrors } from "../../errors/versionErrors.ts";
import { componentTypeName } from "../../model/pack/componentTypeName.ts";
import { nameProblem, packageVersionProblem, storableProblem } from "../../model/pack/inputProblems.ts";
import type { ComponentType } from "../../model/pack/pack.ts";
import type { NewPackagedVersion, PackagedVersion } from "../../model/pack/packagedVersion.ts";
import type { Answer } from "../../ui/ask/confirmed.ts";
import { multiStep } from "../../ui/ask/multiStep.ts";
import type { ValuePick } from "../../ui/ask/pick.ts";
import type { Steps } from "../../ui/ask/steps.ts";
import { rowSubject } from "../ask/rowSubject.ts";
import type { Services } from "../command.ts";
import { readXml, xmlSourcePicks } from "./xmlSource.ts";

type KnownComponent = Awaited<ReturnType<PackagingFacet["listComponents"]>>[number];

/** Asks for a new packaged version. Nothing when the person cancels. @throws `NotFound`, `InvalidRequest` */
export async function askForNewVersion(
  { backend }: Services,
  packaging: Pick<PackagingFacet, "listComponents" | "packagesBuild">,
  arg: unknown,
): Promise<Answer<NewPackagedVersion> | undefined> {
  const { packagesBuild = false } = packaging;
  const components = await packaging.listComponents();
  const componentId = rowSubject(arg).componentId ?? (typeof arg === "string" ? arg : undefined);
  const given = components.find((component) => component.componentId === componentId);
  if (componentId !== undefined && !given) throw versionErrors.componentNotFound(componentId);
  const active = await backend.get();
  const title = given
    ? l10n.t("Create Packaged Version of {0}", given.name)
    : l10n.t("Create Packaged Version");
  const asked = await multiStep(title, given ? 4 : 5, async (steps) => {
    const known =
      given ??
      (await steps.pick({
        placeholder: l10n.t("Select a component"),
        picks: componentPicks(components, packagesBuild),
      }));
    if (!given) steps.totalSteps = known === "new" ? 8 : 5;
    const component = known === "new" ? await askForComponent(steps) : { componentId: known.componentId };
    const versions =
      known === "new" ? [] : ((await active.listVersions([known.componentId])).get(known.componentId) ?? []);
    return {
      component,
      packageVersion: (await askForPackageVersion(steps, versions)).trim(),
      notes: await steps.text({ prompt: l10n.t("Notes (optional)"), problem: storableProblem }),
      shareable: await steps.pick({
        placeholder: l10n.t("Select whether packs can carry the version"),
        picks: sharingPicks(),
      }),
      content: packagesBuild ? await askForBranch(steps) : await askForXmlSource(steps),
    };
  });
  if (!asked) return undefined;
  const { content, ...version } = asked.value;
  if ("branchName" in content) return { ...asked, value: { ...version, ...content, xml: "" } };
  const xml = await readXml(content.source);
  return xml === undefined ? undefined : { ...asked, value: { ...version, xml } };
}

async function askForBranch(steps: Steps) {
  const prompt = l10n.t("Branch to package from (main if empty)");
  return { branchName: await steps.text({ prompt, problem: storableProblem }) };
}

async function askForXmlSource(steps: Steps) {
  return {
    source: await steps.pick({
      placeholder: l10n.t("Select the XML of the component"),
      picks: xmlSourcePicks(),
    }),
  };
}

async function askForComponent(steps: Steps) {
  const name = await steps.text({ prompt: l10n.t("Name of the component"), problem: nameProblem });
  const types: ValuePick<ComponentType>[] = [
    { label: l10n.t("Process"), detail: l10n.t("Any integration pack can carry it."), value: "process" },
    {
      label: l10n.t("API Service"),
      detail: l10n.t("A pack with multiple attachments cannot carry it."),
      value: "webservice",
    },
  ];
  const type = await steps.pick({ placeholder: l10n.t("Select the type of the component"), picks: types });
  const folder = await steps.text({ prompt: l10n.t("Folder (optional)"), problem: storableProblem });
  return { name: name.trim(), type, folder: folder.trim() };
}

/** New components are created in the platform's build, where there is one. */
function componentPicks(
  components: readonly KnownComponent[],
  packagesBuild: boolean,
): ValuePick<KnownComponent | "new">[] {
  const known = components.map((component) => ({
    label: component.name,
    description: componentTypeName(component.type),
    value: component,
  }));
  return packagesBuild ? known : [{ icon: "add", label: l10n.t("New Component…"), value: "new" }, ...known];
}

function askForPackageVersion(steps: Steps, versions: readonly PackagedVersion[]): Promise<string> {
  const newest = versions[0]?.packageVersion;
  return steps.text({
    prompt:
      newest === undefined
        ? l10n.t("Version, such as 1.0 or hotfix-7")
        : l10n.t("Version (must be new; the newest is {0})", newest),
    problem: (text) => packageVersionProblem(text, versions),
  });
}

function sharingPicks(): ValuePick<boolean>[] {
  return [
    { label: l10n.t("Shareable"), detail: l10n.t("Integration packs can carry this version."), value: true },
    {
      label: l10n.t("Not shareable"),
      detail: l10n.t("No integration pack can carry this version."),
      value: false,
    },
  ];
}

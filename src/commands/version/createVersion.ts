import { t } from "@vscode/l10n";
import { basename } from "node:path";
import * as vscode from "vscode";
import type { PackagingFacet } from "../../backend/backend.ts";
import { errors } from "../../errors/errors.ts";
import { versionErrors } from "../../errors/versionErrors.ts";
import { nameProblem, packageVersionProblem, storableProblem } from "../../model/pack/inputProblems.ts";
import { componentTypeName } from "../../model/pack/componentTypeName.ts";
import type { ComponentType } from "../../model/pack/pack.ts";
import type { NewPackagedVersion, PackagedVersion } from "../../model/pack/packagedVersion.ts";
import { showInformation } from "../../ui/notifications.ts";
import { withoutIcons } from "../../ui/plainText.ts";
import type { Call, Services } from "../command.ts";
import { facetOf } from "../../session/facetOf.ts";
import { multiStep, type Steps, type ValuePick } from "../ask/multiStep.ts";
import { readText } from "../../session/textFiles.ts";
import { rowSubject, textArgument } from "../ask/rowSubject.ts";

type KnownComponent = Awaited<ReturnType<PackagingFacet["listComponents"]>>[number];
type XmlSource = "none" | "editor" | "file";

/**
 * Packages a version of a component. From code: the component, the version, and if need be its notes; the version is
 * then shareable and has no XML.
 */
export async function createVersion(services: Services, { args, byPerson }: Call): Promise<void> {
  const packaging = await facetOf(services, "packaging");
  const version = versionOfArguments(args) ?? (await askForVersion(services, packaging, args[0]));
  if (!version) return;
  const packageId = await packaging.createVersion(version);
  services.log.info(`Packaged version ${JSON.stringify(version.packageVersion)}: ${packageId}`);
  if (!byPerson) return;
  const told = t('Version "{0}" was packaged.', version.packageVersion);
  void showInformation(told, {
    title: t("View Details"),
    run: async () => (await services.details()).open(packageId),
  });
}

function versionOfArguments(args: readonly unknown[]): NewPackagedVersion | undefined {
  const componentId = textArgument(args, 0);
  const packageVersion = textArgument(args, 1);
  if (componentId === undefined || packageVersion === undefined) return undefined;
  const notes = textArgument(args, 2) ?? "";
  return { component: { componentId }, packageVersion, notes, shareable: true, xml: "" };
}

async function askForVersion(
  { backend }: Services,
  packaging: PackagingFacet,
  arg: unknown,
): Promise<NewPackagedVersion | undefined> {
  const components = await packaging.listComponents();
  const componentId = rowSubject(arg).componentId ?? (typeof arg === "string" ? arg : undefined);
  const given = components.find((component) => component.componentId === componentId);
  if (componentId !== undefined && !given) throw versionErrors.componentNotFound(componentId);
  const active = await backend.get();
  const title = given ? t("Create Packaged Version of {0}", given.name) : t("Create Packaged Version");
  const asked = await multiStep(title, given ? 4 : 5, async (steps) => {
    const known =
      given ?? (await steps.pick({ placeholder: t("Component"), picks: componentPicks(components) }));
    if (!given) steps.totalSteps = known === "new" ? 8 : 5;
    const component = known === "new" ? await askForComponent(steps) : { componentId: known.componentId };
    const versions =
      known === "new" ? [] : ((await active.listVersions([known.componentId])).get(known.componentId) ?? []);
    return {
      component,
      packageVersion: (await askForPackageVersion(steps, versions)).trim(),
      notes: await steps.text({ prompt: t("Notes; they may be empty"), problem: storableProblem }),
      shareable: await steps.pick({ placeholder: t("Sharing"), picks: sharingPicks() }),
      source: await steps.pick({ placeholder: t("XML of the component"), picks: sourcePicks() }),
    };
  });
  if (!asked) return undefined;
  const { source, ...version } = asked;
  const xml = await xmlFrom(source);
  return xml === undefined ? undefined : { ...version, xml };
}

async function askForComponent(steps: Steps) {
  const name = await steps.text({ prompt: t("Name of the component"), problem: nameProblem });
  const types: ValuePick<ComponentType>[] = [
    { label: t("Process"), detail: t("Any integration pack can carry it."), value: "process" },
    {
      label: t("API Service"),
      detail: t("A pack with multiple attachments cannot carry it."),
      value: "webservice",
    },
  ];
  const type = await steps.pick({ placeholder: t("Type of the component"), picks: types });
  const folder = await steps.text({ prompt: t("Folder; it may be empty"), problem: storableProblem });
  return { name: name.trim(), type, folder: folder.trim() };
}

function componentPicks(components: readonly KnownComponent[]): ValuePick<KnownComponent | "new">[] {
  return [
    { label: `$(add) ${t("New Component…")}`, value: "new" },
    ...components.map((component) => ({
      label: withoutIcons(component.name),
      description: componentTypeName(component.type),
      value: component,
    })),
  ];
}

function askForPackageVersion(steps: Steps, versions: readonly PackagedVersion[]): Promise<string> {
  const newest = versions[0]?.packageVersion;
  return steps.text({
    prompt:
      newest === undefined
        ? t("Version, any text such as 1.0 or hotfix-7")
        : t("Version, any text that was not used before; the newest is {0}", newest),
    problem: (text) => packageVersionProblem(text, versions),
  });
}

function sharingPicks(): ValuePick<boolean>[] {
  return [
    { label: t("Shareable"), detail: t("Integration packs can carry this version."), value: true },
    {
      label: t("Not shareable"),
      detail: t("It is kept, but no integration pack can carry it."),
      value: false,
    },
  ];
}

function sourcePicks(): ValuePick<XmlSource>[] {
  const editor = vscode.window.activeTextEditor?.document;
  const picks: ValuePick<XmlSource>[] = [
    {
      label: t("No XML"),
      detail: t("The version can be released, but not compared in detail."),
      value: "none",
    },
  ];
  if (editor) {
    picks.push({
      label: t("From the Active Editor"),
      description: withoutIcons(basename(editor.fileName)),
      value: "editor",
    });
  }
  picks.push({ label: t("From a File…"), value: "file" });
  return picks;
}

/** The XML; nothing when the person chooses no file. */
async function xmlFrom(source: XmlSource): Promise<string | undefined> {
  if (source === "none") return "";
  const xml = source === "editor" ? vscode.window.activeTextEditor?.document.getText() : await readXmlFile();
  if (xml === undefined) return undefined;
  if (!/^\uFEFF?\s*</.test(xml)) {
    throw errors.invalidRequest(
      t("This is not the XML of a component: it does not begin with a tag. Nothing was packaged."),
    );
  }
  return xml;
}

async function readXmlFile(): Promise<string | undefined> {
  const files = await vscode.window.showOpenDialog({
    title: t("XML of the Component"),
    openLabel: t("Use"),
    filters: { XML: ["xml"] },
  });
  return files?.[0] && readText(files[0]);
}

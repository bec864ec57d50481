import * as l10n from "@vscode/l10n";
import { basename } from "node:path";
import * as vscode from "vscode";
import { errors } from "../../errors/errors.ts";
import { readText } from "../../session/textFiles.ts";
import { askForFile } from "../../ui/ask/files.ts";
import type { ValuePick } from "../../ui/ask/pick.ts";

/** Where the XML of a new version comes from. */
export type XmlSource = "none" | "editor" | "file";

/** The sources that a person can choose from. */
export function xmlSourcePicks(): ValuePick<XmlSource>[] {
  const editor = vscode.window.activeTextEditor?.document;
  const picks: ValuePick<XmlSource>[] = [
    {
      label: l10n.t("No XML"),
      detail: l10n.t("The version can be released, but not compared in detail."),
      value: "none",
    },
  ];
  if (editor) {
    picks.push({
      label: l10n.t("From the Active Editor"),
      description: basename(editor.fileName),
      value: "editor",
    });
  }
  picks.push({ label: l10n.t("From a File…"), value: "file" });
  return picks;
}

/** Reads the XML. Nothing when the person chooses no file. @throws `InvalidRequest` when it is no XML */
export async function readXml(source: XmlSource): Promise<string | undefined> {
  if (source === "none") return "";
  const xml = source === "editor" ? vscode.window.activeTextEditor?.document.getText() : await readXmlFile();
  if (xml === undefined) return undefined;
  if (!/^\uFEFF?\s*</.test(xml)) {
    throw errors.invalidRequest(
      l10n.t("This is not the XML of a component: it does not begin with a tag. Nothing was packaged."),
    );
  }
  return xml;
}

async function readXmlFile(): Promise<string | undefined> {
  const file = await askForFile({
    title: l10n.t("XML of the Component"),
    button: l10n.t("Use"),
    filters: { XML: ["xml"] },
  });
  return file && readText(file.value);
}

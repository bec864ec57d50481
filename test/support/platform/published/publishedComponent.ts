import { parseXml, type XmlElement } from "../../../../src/comparison/parseXml.ts";
import type { Row } from "../standIn/platformObject.ts";

const namespace = "http://api.platform.boomi.com/";
const children = ["encryptedValues", "description", "object", "processOverrides"];

/** A component as XML: its attributes as the values that they are in JSON, and what is wrong with the rest. */
export function componentOfXml(xml: string): {
  readonly attributes: Row;
  readonly problems: readonly string[];
} {
  const root = parseXml(xml).find((node): node is XmlElement => node.kind === "element");
  const attributes = new Map(root?.attributes);
  const [, prefix = ""] = /^(\w+):Component$/.exec(root?.name ?? "") ?? [];
  const problems = [
    ...(prefix === "" ? [`the root is ${root?.name ?? "missing"}`] : []),
    ...(attributes.get(`xmlns:${prefix}`) === namespace ? [] : ["the namespace is missing"]),
    ...children
      .filter(
        (name) =>
          !root?.children.some((node) => node.kind === "element" && node.name === `${prefix}:${name}`),
      )
      .map((name) => `the element ${name} is missing`),
  ];
  const own = [...attributes].filter(([name]) => !name.startsWith("xmlns") && name !== "folderFullPath");
  return {
    attributes: Object.fromEntries(own.map(([name, value]) => [name, toJson(name, value)])),
    problems,
  };
}

function toJson(name: string, value: string): unknown {
  if (name === "version" || name === "copiedFromComponentVersion") return Number(value);
  if (name === "deleted" || name === "currentVersion")
    return value === "true" ? true : value === "false" ? false : value;
  return value;
}

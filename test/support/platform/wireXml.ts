import type { Row } from "./platformObject.ts";

const namespace = 'xmlns:bns="http://api.platform.boomi.com/"';

/** An answer in XML, for those who do not ask for JSON: enough to be XML, not to be read. */
export function rowXml(name: string, row: Row): string {
  const entries = Object.entries(row).filter(([key]) => !key.startsWith("@"));
  const children = entries.map(([key, value]) => element(key, value)).join("");
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><bns:${name} ${namespace}>${children}</bns:${name}>`;
}

/** A component with its configuration, as the platform wraps it. What a snapshot holds already wrapped stays as it is. */
export function componentXml(row: Row): string {
  const xml = typeof row["xml"] === "string" ? row["xml"] : "";
  if (/^\s*(<\?xml[^>]*>\s*)?<(\w+:)?Component[\s>]/.test(xml) && xml.includes("api.platform.boomi.com"))
    return xml;
  const attributes = Object.entries(row)
    .filter(([key]) => key !== "xml")
    .map(([key, value]) => `${key}="${escaped(String(value))}"`)
    .join(" ");
  const object = xml.replace(/^\s*<\?xml[^>]*>/, "");
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    `<bns:Component ${namespace} ${attributes}>`,
    `<bns:encryptedValues/><bns:description/><bns:object>${object}</bns:object><bns:processOverrides/>`,
    "</bns:Component>",
  ].join("");
}

function element(key: string, value: unknown): string {
  if (Array.isArray(value)) return value.map((one) => element(key, one)).join("");
  if (typeof value === "object" && value !== null) {
    return `<bns:${key}>${Object.entries(value)
      .map(([inner, one]) => element(inner, one))
      .join("")}</bns:${key}>`;
  }
  return `<bns:${key}>${escaped(String(value))}</bns:${key}>`;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

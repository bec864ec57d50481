import type { Row } from "./platformObject.ts";

const namespace = 'xmlns:bns="http://api.platform.boomi.com/"';

/** An answer in XML, for those who do not ask for JSON: enough to be XML, not to be read. */
export function rowXml(name: string, row: Row): string {
  const entries = Object.entries(row).filter(([key]) => !key.startsWith("@"));
  const children = entries.map(([key, value]) => element(key, value)).join("");
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><bns:${name} ${namespace}>${children}</bns:${name}>`;
}

/** A component with its configuration, as the platform wraps it. */
export function componentXml(row: Row): string {
  const xml = typeof row["xml"] === "string" ? row["xml"] : "";
  const attributes = Object.entries(row)
    .filter(([key]) => key !== "xml")
    .map(([key, value]) => `${key}="${escaped(String(value))}"`)
    .join(" ");
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    `<bns:Component ${namespace} ${attributes}>`,
    "<bns:encryptedValues/><bns:description/>",
    `<bns:object>${configuration(xml)}</bns:object>`,
    "<bns:processOverrides/></bns:Component>",
  ].join("");
}

/** The configuration of a component, without the wrapping that a snapshot may contain. */
function configuration(xml: string): string {
  const [, wrapped] = /<bns:object>([\s\S]*)<\/bns:object>/.exec(xml) ?? [];
  return wrapped ?? xml.replace(/^\s*<\?xml[^>]*>/, "");
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

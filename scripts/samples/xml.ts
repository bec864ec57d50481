// Component XML in the style of the platform: enough to read, and to show what changed between two versions.

/** The attributes of a component's outer element, and the XML of its object. */
export interface ComponentXml {
  readonly componentId: string;
  readonly name: string;
  readonly type: string;
  readonly version: number;
  readonly object: string;
}

type Attributes = Readonly<Record<string, string | number>>;

/** An element: on one line without children, on several lines with children. */
function element(name: string, attributes: Attributes, children: readonly string[] = []): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`);
  const start = `<${name}${written.join("")}`;
  return children.length === 0
    ? `${start}/>`
    : [`${start}>`, ...children.map(indent), `</${name}>`].join("\n");
}

const indent = (text: string) => text.replaceAll(/^/gm, "  ");

const escapeXml = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** The XML document of a component. */
export function componentXml({ componentId, name, type, version, object }: ComponentXml): string {
  const attributes = {
    "xmlns:bns": "http://api.platform.boomi.com/",
    componentId,
    name,
    type,
    version,
  };
  return `${element("bns:Component", attributes, [element("bns:object", {}, [object])])}\n`;
}

/**
 * A process. A step is its shape and its label, such as `map: Order to Invoice`. Unlike those of the platform, shapes have no
 * numbers, so that an inserted step is the only difference.
 */
export function processOf(...steps: readonly string[]): string {
  const shapes = ["start: Start", ...steps, "stop: Stop"].map((step) => {
    const [shapetype = "", userlabel = ""] = step.split(": ");
    return element("shape", { shapetype, userlabel });
  });
  return element("process", {}, [element("shapes", {}, shapes)]);
}

/** A map. A mapping is the path it reads and the path it writes, such as `order/id > tranid`. */
export function mapOf(from: string, to: string, ...mappings: readonly string[]): string {
  const lines = mappings.map((mapping) => {
    const [fromNamePath = "", toNamePath = ""] = mapping.split(" > ");
    return element("Mapping", { fromNamePath, toNamePath });
  });
  return element("Map", { fromProfile: from, toProfile: to }, [element("Mappings", {}, lines)]);
}

/** A JSON profile. A field is its name and its type, such as `total number`. */
export function jsonProfileOf(...fields: readonly string[]): string {
  const entries = fields.map((field) => {
    const [name = "", dataType = "character"] = field.split(" ");
    return element("JSONObjectEntry", { name, dataType });
  });
  return element("JSONProfile", { strict: "false" }, [element("JSONObject", { name: "Root" }, entries)]);
}

/** A connection. It has no password, as the platform masks passwords. */
export function connectionOf(connector: string, fields: Readonly<Record<string, string>>): string {
  const lines = Object.entries(fields).map(([id, value]) => element("field", { id, type: "string", value }));
  return element("GenericConnectionConfig", { connectorType: connector }, [
    ...lines,
    element("field", { id: "password", type: "password", value: "" }),
  ]);
}

/** An operation of a connector. */
export function operationOf(
  connector: string,
  operation: string,
  object: string,
  ...fields: string[]
): string {
  const attributes = { connectorType: connector, operationType: operation, objectTypeName: object };
  const options = fields.map((name) => element("field", { id: name, type: "string", value: "true" }));
  return element("GenericOperationConfig", attributes, options);
}

/** An API Service component. A route is its method, its path and the process that serves it. */
export function apiOf(basePath: string, ...routes: readonly string[]): string {
  const lines = routes.map((route) => {
    const [httpMethod = "", path = "", ...process] = route.split(" ");
    return element("route", { httpMethod, path, process: process.join(" ") });
  });
  return element("webservice", { urlPath: basePath }, [
    element("restApi", {}, lines),
    element("security", { authentication: "basic", minimumTls: "1.2" }),
  ]);
}

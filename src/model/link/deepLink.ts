import { linkErrors } from "../../errors/linkErrors.ts";

/** What a link opens in the editor. It shows, fills in and asks; it never acts. */
export type DeepLink =
  /** Shows a pack. */
  | { readonly kind: "pack"; readonly packId: string }
  /** Opens the release wizard for a pack. */
  | { readonly kind: "release"; readonly packId: string }
  /** Opens a release plan. `file`: its path below a folder of the workspace, with slashes. */
  | { readonly kind: "plan"; readonly file: string };

/** The parts of a URI, decoded once. Every `vscode.Uri` is one. */
export interface LinkParts {
  readonly path: string;
  readonly query: string;
  readonly fragment: string;
}

const origin = "vscode://packworks.integration-packs";

/** The longest id and file that a link can name, in code units. */
const longestId = 200;
const longestFile = 1_000;

const planExtension = ".release-plan.json";

/** The address of a link. */
export function formatDeepLink(link: DeepLink): string {
  switch (link.kind) {
    case "pack":
    case "release":
      return `${origin}/${link.kind}/${encodeURIComponent(link.packId)}`;
    case "plan":
      return `${origin}/plan?file=${encodeURIComponent(link.file)}`;
  }
}

/** Reads a link. @throws `InvalidRequest` for every other address */
export function parseDeepLink({ path, query, fragment }: LinkParts): DeepLink {
  if (fragment !== "") throw linkErrors.unknownLink();
  const [, kind, packId = ""] = /^\/(pack|release)\/(.*)$/s.exec(path) ?? [];
  const parameters = parametersOf(query);
  if (kind === "pack" || kind === "release") {
    if (packId === "" || packId.length > longestId || parameters.size > 0) throw linkErrors.unknownLink();
    return { kind, packId };
  }
  const file = parameters.get("file");
  if (path !== "/plan" || file === undefined || parameters.size > 1) throw linkErrors.unknownLink();
  return { kind: "plan", file: checkRelativeFile(file) };
}

/**
 * The parameters of a query that is decoded already: decoding it again would turn the file `a%2e` into another one. VS Code adds
 * `windowId`, which says where the link is opened.
 */
function parametersOf(query: string): Map<string, string> {
  const parts = query.split("&").filter((part) => part !== "" && !/^windowId=/.test(part));
  const parameters = new Map<string, string>();
  for (const part of parts) {
    const [, name = part, value = ""] = /^([^=]*)=(.*)$/s.exec(part) ?? [];
    if (parameters.has(name)) throw linkErrors.unknownLink();
    parameters.set(name, value);
  }
  return parameters;
}

/** A path below a folder: no absolute path of any system, no way up, no stream, no address. */
function checkRelativeFile(file: string): string {
  const segments = file.split("/");
  const isInside =
    file.length <= longestFile &&
    file.endsWith(planExtension) &&
    !/[\\:*?"<>|\p{Cc}]/u.test(file) &&
    // Windows ignores spaces and dots at the end of a name, so `.. ` would lead up.
    segments.every(
      (segment) => segment !== "" && !/^[.\s]+$|[.\s]$/.test(segment) && !segment.startsWith("~"),
    );
  if (!isInside) throw linkErrors.outsideWorkspace();
  return file;
}

import * as v from "valibot";
import type { BackendReads } from "../../backend/backendReads.ts";
import { versionErrors } from "../../errors/versionErrors.ts";
import { includedDifferences, type IncludedDifference } from "../../model/pack/includedDifference.ts";
import type { IncludedComponent, PackagedVersion } from "../../model/pack/packagedVersion.ts";
import { versionChanges } from "../../model/release/versionChange.ts";
import { idField, offsetField, textField } from "./inputFields.ts";
import { pageOf, pageRows } from "./page.ts";
import { defineTool } from "./tool.ts";
import { versionRow } from "./versionRow.ts";
import { xmlExcerpts } from "./xmlExcerpt.ts";

/** Compares two packaged versions of a component. */
export const compareVersions = defineTool({
  name: "compare_versions",
  title: "Compare Packaged Versions",
  description:
    "Compares two packaged versions of one component: whether to is an upgrade or a roll-back, the notes of both and of the versions between them, and which included components differ. With includedComponentId it answers the XML of that included component in both versions, too, cut to 20 KB around the first difference.",
  input: v.strictObject({
    componentId: idField("The componentId of the component, as show_pack answers it."),
    from: textField("The package version before, such as the currentVersion.", 500),
    to: textField("The package version after, such as the latestVersion.", 500),
    includedComponentId: v.optional(
      idField("The componentId of an included component that differs, to read its XML."),
    ),
    offset: offsetField,
  }),
  async run({ backend }, { componentId, from, to, includedComponentId, offset }) {
    const open = await backend();
    const known = await open.listVersions([componentId]);
    const [change] = versionChanges({ [componentId]: from }, { [componentId]: to }, known);
    const { before, after } = change ?? {};
    const name = change?.componentName ?? componentId;
    if (!before) throw versionErrors.versionNotFound(from, name);
    if (!after) throw versionErrors.versionNotFound(to, name);
    const [earlier, later] = await Promise.all(
      [before, after].map(({ packageId }) => open.listIncludedComponents(packageId)),
    );
    const { rows, position } = pageOf(
      includedDifferences(earlier ?? [], later ?? []).map(differenceRow),
      offset,
    );
    const passed = (change?.passed ?? []).filter((version) => version !== before && version !== after);
    return {
      formatVersion: 1,
      componentId,
      name,
      kind: change?.kind,
      before: versionRow(before),
      after: versionRow(after),
      between: pageOf(passed.slice(-pageRows).map(versionRow)).rows,
      included: rows,
      ...position,
      ...(includedComponentId !== undefined && {
        xml: await readXml(open, before, after, includedComponentId, [earlier ?? [], later ?? []]),
      }),
    };
  },
});

function differenceRow({ componentId, name, before, after }: IncludedDifference) {
  return {
    componentId,
    name,
    change: before ? (after ? "changed" : "removed") : "added",
    ...(before && { before: revisionOf(before) }),
    ...(after && { after: revisionOf(after) }),
  };
}

function revisionOf({ type, version, folder, modifiedBy, modifiedDate }: IncludedComponent) {
  return { type, version, folder, modifiedBy, modifiedDate };
}

/** The XML of an included component on both sides, `""` on the side that does not include it. */
async function readXml(
  backend: BackendReads,
  before: PackagedVersion,
  after: PackagedVersion,
  componentId: string,
  [earlier, later]: readonly [readonly IncludedComponent[], readonly IncludedComponent[]],
) {
  const isIn = (included: readonly IncludedComponent[]) =>
    included.some((component) => component.componentId === componentId);
  if (!isIn(earlier) && !isIn(later)) {
    throw versionErrors.includedComponentNotFound(componentId, after.packageId);
  }
  const [old, now] = await Promise.all([
    isIn(earlier) ? backend.getComponentXml(before.packageId, componentId) : "",
    isIn(later) ? backend.getComponentXml(after.packageId, componentId) : "",
  ]);
  return { componentId, ...xmlExcerpts(old, now) };
}

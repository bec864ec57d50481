import * as v from "valibot";
import type { BackendReads } from "../../backend/backendReads.ts";
import { versionErrors } from "../../errors/versionErrors.ts";
import { includedDifferences, type IncludedDifference } from "../../model/pack/includedDifference.ts";
import type { IncludedComponent, PackagedVersion } from "../../model/pack/packagedVersion.ts";
import { changeKindSchema, count, formatVersion } from "../../model/report/reportSchemas.ts";
import { versionChanges } from "../../model/release/versionChange.ts";
import { idField, offsetField, textField } from "./inputFields.ts";
import { positionFields } from "./outputFields.ts";
import { pageOf, pageRows } from "./page.ts";
import { defineTool } from "./tool.ts";
import { versionRow, versionRowSchema } from "./versionRow.ts";
import { xmlExcerpts, xmlExcerptSchema } from "./xmlExcerpt.ts";

const revisionSchema = v.strictObject({
  type: v.string(),
  version: count,
  folder: v.string(),
  modifiedBy: v.string(),
  modifiedDate: v.string(),
});

const differenceSchema = v.strictObject({
  componentId: v.string(),
  name: v.string(),
  change: v.picklist(["added", "changed", "removed"]),
  before: v.optional(revisionSchema),
  after: v.optional(revisionSchema),
});

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
  output: v.strictObject({
    formatVersion,
    componentId: v.string(),
    name: v.string(),
    kind: changeKindSchema,
    before: versionRowSchema,
    after: versionRowSchema,
    between: v.pipe(
      v.array(versionRowSchema),
      v.description("The versions between the two, oldest first; the newest of them where they are many."),
    ),
    included: v.array(differenceSchema),
    ...positionFields,
    xml: v.optional(
      v.strictObject({ componentId: v.string(), before: xmlExcerptSchema, after: xmlExcerptSchema }),
    ),
  }),
  async run({ backend }, { componentId, from, to, includedComponentId, offset }) {
    const open = await backend();
    const known = await open.listVersions([componentId]);
    const [change] = versionChanges({ [componentId]: from }, { [componentId]: to }, known);
    const name = change?.componentName ?? componentId;
    if (!change?.before) throw versionErrors.versionNotFound(from, name);
    if (!change.after) throw versionErrors.versionNotFound(to, name);
    const { before, after, kind, passed } = change;
    const [earlier, later] = await Promise.all(
      [before, after].map(({ packageId }) => open.listIncludedComponents(packageId)),
    );
    const { rows, position } = pageOf(
      includedDifferences(earlier ?? [], later ?? []).map(differenceRow),
      offset,
    );
    const between = passed.filter((version) => version !== before && version !== after);
    return {
      formatVersion: 1 as const,
      componentId,
      name,
      kind,
      before: versionRow(before),
      after: versionRow(after),
      between: pageOf(between.slice(-pageRows).map(versionRow)).rows,
      included: rows,
      ...position,
      ...(includedComponentId !== undefined && {
        xml: await readXml(open, before, after, includedComponentId, [earlier ?? [], later ?? []]),
      }),
    };
  },
});

function differenceRow({
  componentId,
  name,
  before,
  after,
}: IncludedDifference): v.InferOutput<typeof differenceSchema> {
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

import * as v from "valibot";
import { packErrors } from "../../errors/packErrors.ts";
import { packContent, packsReport } from "../../model/report/packsReport.ts";
import { packContentsSchema } from "../../model/report/reportSchemas.ts";
import { idField, offsetField, packIdField } from "./inputFields.ts";
import { positionFields } from "./outputFields.ts";
import { pageOf } from "./page.ts";
import { defineTool } from "./tool.ts";
import { versionRow, versionRowSchema } from "./versionRow.ts";

/** Shows the components of a pack, or the packaged versions of one of them. */
export const showPack = defineTool({
  name: "show_pack",
  title: "Show Integration Pack",
  description:
    "Shows one integration pack with its components: the current, pending and latest version of each, whether it leaves with the next release, and the scheduled release. With componentId it answers the packaged versions of that component instead, newest first; only a version that is shareable and not deleted can be released.",
  input: v.strictObject({
    packId: packIdField,
    componentId: v.optional(idField("The componentId of a component of the pack whose versions to list.")),
    offset: offsetField,
  }),
  output: v.strictObject({
    ...packContentsSchema.entries,
    versions: v.optional(v.array(versionRowSchema)),
    ...positionFields,
  }),
  async run({ backend }, { packId, componentId, offset }) {
    const open = await backend();
    const pack = packContent(await open.getPack(packId));
    if (componentId === undefined) {
      const { rows, position } = pageOf(pack.components, offset);
      return { ...packsReport([{ ...pack, components: rows }]), ...position };
    }
    const component = pack.components.find((candidate) => candidate.componentId === componentId);
    if (!component) throw packErrors.componentNotInPack(componentId, pack.name);
    const versions = (await open.listVersions([componentId])).get(componentId) ?? [];
    const { rows, position } = pageOf(versions.map(versionRow), offset);
    return { ...packsReport([{ ...pack, components: [component] }]), versions: rows, ...position };
  },
});

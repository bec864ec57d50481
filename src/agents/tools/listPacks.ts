import * as v from "valibot";
import { filterStates, packFilter } from "../../model/pack/packFilter.ts";
import { packRow, packsReport } from "../../model/report/packsReport.ts";
import { packRowsSchema } from "../../model/report/reportSchemas.ts";
import { offsetField, textField } from "./inputFields.ts";
import { positionFields } from "./outputFields.ts";
import { pageOf } from "./page.ts";
import { defineTool } from "./tool.ts";

/** Lists the packs. */
export const listPacks = defineTool({
  name: "list_packs",
  title: "List Integration Packs",
  description:
    "Lists the Boomi integration packs by name: id, type, number of components, whether a release would change something (releasable), the last release and the scheduled release. Call it first: the other tools take its packId.",
  input: v.strictObject({
    filter: v.optional(
      textField(
        `Words that the name contains, in any letter case, and states: ${filterStates.join(", ")}.`,
        500,
      ),
    ),
    offset: offsetField,
  }),
  output: v.strictObject({
    ...packRowsSchema.entries,
    ...positionFields,
    omissions: v.optional(v.pipe(v.string(), v.description("Which packs the backend does not list."))),
  }),
  async run({ backend }, { filter = "", offset }) {
    const open = await backend();
    const packs = (await open.listPackSummaries()).filter(packFilter(filter)).map(packRow);
    const { rows, position } = pageOf(packs, offset);
    const { omissions } = open;
    return { ...packsReport(rows), ...position, ...(omissions !== undefined && { omissions }) };
  },
});

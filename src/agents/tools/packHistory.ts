import * as v from "valibot";
import { releasesReport } from "../../model/report/releasesReport.ts";
import { releasesSchema } from "../../model/report/reportSchemas.ts";
import { offsetField, packIdField } from "./inputFields.ts";
import { positionFields } from "./outputFields.ts";
import { pageOf } from "./page.ts";
import { defineTool } from "./tool.ts";

/** Lists the releases of a pack. */
export const packHistory = defineTool({
  name: "pack_history",
  title: "Show Release History",
  description:
    "Lists the releases of one integration pack, newest first: when, by whom, what started it, the package version of each component by componentId, and the release plan that it comes from.",
  input: v.strictObject({ packId: packIdField, offset: offsetField }),
  output: v.strictObject({
    ...releasesSchema.entries,
    ...positionFields,
    limits: v.optional(v.pipe(v.string(), v.description("What of the history is not known."))),
  }),
  async run({ backend }, { packId, offset }) {
    const open = await backend();
    const { releases, ...report } = releasesReport(await open.history(packId));
    const { rows, position } = pageOf(releases, offset);
    const { historyLimits } = open;
    return {
      ...report,
      releases: rows,
      ...position,
      ...(historyLimits !== undefined && { limits: historyLimits }),
    };
  },
});

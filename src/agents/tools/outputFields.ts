import * as v from "valibot";
import { count } from "../../model/report/reportSchemas.ts";
import type { PagePosition } from "./page.ts";

// The fields that the answers of several tools have, beside those of the reports of the command line.

/** Where the page of an answer is in its list. */
export const positionFields = {
  total: v.pipe(count, v.description("The number of rows in the whole list.")),
  nextOffset: v.optional(
    v.pipe(count, v.description("The offset of the next page. Left out on the last one.")),
  ),
} satisfies Readonly<Record<keyof PagePosition, v.GenericSchema>>;

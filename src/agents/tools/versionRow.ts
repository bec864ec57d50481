import * as v from "valibot";
import { count } from "../../model/report/reportSchemas.ts";
import type { PackagedVersion, VersionProperties } from "../../model/pack/packagedVersion.ts";
import { shortText } from "./shortText.ts";

/** The length of the notes in an answer, in code units. */
const longestNotes = 2_000;

/** The form of a packaged version in an answer. */
export const versionRowSchema: v.GenericSchema<unknown, VersionProperties> = v.strictObject({
  packageId: v.string(),
  packageVersion: v.string(),
  componentVersion: count,
  createdDate: v.string(),
  createdBy: v.string(),
  notes: v.string(),
  shareable: v.boolean(),
  deleted: v.boolean(),
  branchName: v.string(),
  folder: v.string(),
});

/** A packaged version in an answer. Long notes are cut. */
export function versionRow(version: PackagedVersion): VersionProperties {
  return {
    packageId: version.packageId,
    packageVersion: version.packageVersion,
    componentVersion: version.componentVersion,
    createdDate: version.createdDate,
    createdBy: version.createdBy,
    notes: shortText(version.notes, longestNotes),
    shareable: version.shareable,
    deleted: version.deleted,
    branchName: version.branchName,
    folder: version.folder,
  };
}

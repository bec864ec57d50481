import type { Backend } from "../../backend/backend.ts";
import { messageForUsers } from "../../errors/errors.ts";
import type { DetailsAnswer, DetailsPart } from "../../protocol/details.ts";
import type { PanelServices } from "../panelServices.ts";

/** Where the details come from. */
type DetailsSource = Pick<PanelServices, "backend" | "releaseBranch">;

/** Reads one part of a packaged version's details. The answer has the content of the part, or a message if it cannot be read. */
export async function answerDetails(
  { backend, releaseBranch }: DetailsSource,
  packageId: string,
  part: DetailsPart,
): Promise<DetailsAnswer> {
  try {
    return await readPart(await backend.get(), releaseBranch(), packageId, part);
  } catch (error) {
    return {
      type: "details",
      packageId,
      part,
      content: { state: "failed", message: messageForUsers(error) },
    };
  }
}

async function readPart(
  backend: Backend,
  releaseBranch: string,
  packageId: string,
  part: DetailsPart,
): Promise<DetailsAnswer> {
  const type = "details";
  switch (part) {
    case "version": {
      const version = await backend.getVersion(packageId);
      return { type, packageId, part, content: loaded({ ...version, releaseBranch }) };
    }
    case "includedComponents":
      return { type, packageId, part, content: loaded(await backend.listIncludedComponents(packageId)) };
    case "deployments":
      return { type, packageId, part, content: loaded(await backend.listDeployments(packageId)) };
    case "carryingPacks":
      return { type, packageId, part, content: loaded(await backend.listCarryingPacks(packageId)) };
  }
}

function loaded<T>(value: T): { readonly state: "loaded"; readonly value: T } {
  return { state: "loaded", value };
}

import { checkDeploymentModel, checkInstallationType } from "../model/pack/packKinds.ts";
import type { NewPack, PackEdit } from "../model/pack/packEdit.ts";
import { CheckedObject } from "./checkArguments.ts";

/** A copy of an `ApiNewPack`. @throws `InvalidRequest` */
export function checkNewPackArgument(input: unknown): NewPack {
  const keys = ["name", "installationType", "description", "deploymentModel"] as const;
  const pack = new CheckedObject(input, ["pack"], keys);
  return {
    name: pack.text("name"),
    installationType: checkInstallationType(pack.text("installationType")),
    description: pack.optionalText("description") ?? "",
    deploymentModel: checkDeploymentModel(pack.optionalText("deploymentModel") ?? "packaged"),
  };
}

/** A copy of an `ApiPackEdit`. @throws `InvalidRequest` */
export function checkPackEditArgument(input: unknown): PackEdit {
  const edit = new CheckedObject(input, ["edit"], ["name", "description"]);
  return { name: edit.optionalText("name"), description: edit.optionalText("description") };
}

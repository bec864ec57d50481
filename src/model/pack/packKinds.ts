import { packErrors } from "../../errors/packErrors.ts";
import type { DeploymentModel, InstallationType } from "./pack.ts";

/** Checks that the text is an installation type. @throws `InvalidRequest` */
export function checkInstallationType(type: string | undefined): InstallationType {
  if (type !== "SINGLE" && type !== "MULTI") throw packErrors.unknownInstallationType();
  return type;
}

/** Checks that the text is a deployment model. @throws `InvalidRequest` */
export function checkDeploymentModel(model: string): DeploymentModel {
  if (model !== "packaged" && model !== "legacy") throw packErrors.unknownDeploymentModel();
  return model;
}

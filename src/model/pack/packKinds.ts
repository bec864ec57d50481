import { argumentErrors } from "../../errors/argumentErrors.ts";
import type { DeploymentModel, InstallationType } from "./pack.ts";

/** Checks that the text is an installation type. @throws `InvalidRequest` */
export function checkInstallationType(type: string | undefined): InstallationType {
  if (type !== "SINGLE" && type !== "MULTI") throw argumentErrors.unknownInstallationType();
  return type;
}

/** Checks that the text is a deployment model. @throws `InvalidRequest` */
export function checkDeploymentModel(model: string): DeploymentModel {
  if (model !== "packaged" && model !== "legacy") throw argumentErrors.unknownDeploymentModel();
  return model;
}

import type { Backend } from "../backend/backend.ts";
import type { ApiVersion } from "./integrationPacksApi.ts";
import { toApiDeployment, toApiIncludedComponent, toApiVersion } from "./toApiVersion.ts";

/** Reads a packaged version with its included components, their XML, and its deployments. @throws `NotFound` */
export async function readWholeVersion(backend: Backend, packageId: string): Promise<ApiVersion> {
  const [version, included, deployments] = await Promise.all([
    backend.getVersion(packageId),
    backend.listIncludedComponents(packageId),
    backend.listDeployments(packageId),
  ]);
  const includedComponents = await Promise.all(
    included.map(async (component) =>
      toApiIncludedComponent(component, await backend.getComponentXml(packageId, component.componentId)),
    ),
  );
  return { ...toApiVersion(version), includedComponents, deployments: deployments.map(toApiDeployment) };
}

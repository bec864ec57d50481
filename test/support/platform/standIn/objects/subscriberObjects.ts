import type { World } from "./objects.ts";
import type { PlatformObject, Row } from "../platformObject.ts";
import type { PlatformPack, SubscribedPack, Subscriber } from "./state.ts";

/** The objects of an account that has packs of the publisher: what it installed, where, and its deployed packages. */
export function subscriberObjects(world: World, subscriber: Subscriber): ReadonlyMap<string, PlatformObject> {
  return new Map([
    ["DeployedPackage", deployedPackages(world, subscriber)],
    ["Environment", environments(subscriber)],
    ["IntegrationPackEnvironmentAttachment", attachments(world, subscriber)],
    ["IntegrationPackInstance", instances(world, subscriber)],
  ]);
}

interface Installed {
  readonly subscribed: SubscribedPack;
  readonly pack: PlatformPack;
}

/** A pack that its publisher deleted is uninstalled everywhere. */
function installed({ state }: World, { packs }: Subscriber): Installed[] {
  return packs.flatMap((subscribed) => {
    const pack = state.packs.get(subscribed.packId);
    return pack ? [{ subscribed, pack }] : [];
  });
}

function wrapperOf({ instanceId }: SubscribedPack, componentId: string): string {
  return `wrapper-${instanceId}-${componentId}`;
}

/** `IntegrationPackInstance` */
function instances(world: World, subscriber: Subscriber): PlatformObject {
  const processesOf = ({ subscribed, pack }: Installed): Row[] =>
    pack.components
      .filter(({ componentType, currentVersion }) => componentType === "process" && currentVersion !== "")
      .map(({ componentId, componentName }) => ({
        "@type": "ProcessId",
        originalProcessId: componentId,
        wrapperProcessId: wrapperOf(subscribed, componentId),
        name: `${pack.name} - ${componentName}`,
      }));
  return {
    filters: ["integrationPackId", "integrationPackName", "integrationPackOverrideName"],
    *rows() {
      for (const each of installed(world, subscriber)) {
        yield {
          id: each.subscribed.instanceId,
          integrationPackId: each.pack.id,
          integrationPackOverrideName: each.pack.name,
          ...(world.modes().instanceProcesses === "inRow" && { ProcessId: processesOf(each) }),
        };
      }
    },
    alongside(rows) {
      if (world.modes().instanceProcesses !== "ownRow" || rows.length === 0) return [];
      const ids = new Set(rows.map(({ id }) => id));
      const listed = installed(world, subscriber).filter(({ subscribed }) => ids.has(subscribed.instanceId));
      return [{ ProcessId: listed.flatMap(processesOf) }];
    },
  };
}

/** `IntegrationPackEnvironmentAttachment` */
function attachments(world: World, subscriber: Subscriber): PlatformObject {
  return {
    filters: ["environmentId", "integrationPackInstanceId"],
    *rows() {
      for (const { subscribed } of installed(world, subscriber)) {
        for (const environmentId of subscribed.environmentIds) {
          yield {
            id: `attachment-${subscribed.instanceId}-${environmentId}`,
            integrationPackInstanceId: subscribed.instanceId,
            environmentId,
          };
        }
      }
    },
  };
}

/** `Environment` */
function environments({ environments: all }: Subscriber): PlatformObject {
  const toRow = ({ id, name }: { id: string; name: string }): Row => ({ id, name, classification: "PROD" });
  return {
    filters: ["id", "name", "classification"],
    bulkLimit: 100,
    rows: () => all.map(toRow),
    get: (id) => {
      const environment = all.find((each) => each.id === id);
      return environment && toRow(environment);
    },
  };
}

/** `DeployedPackage`: Boomi does not say whether installed packs appear here, nor under which component. */
function deployedPackages(world: World, subscriber: Subscriber): PlatformObject {
  return {
    filters: ["componentId", "environmentId", "packageVersion", "active"],
    *rows() {
      const { packsDeployed } = world.modes();
      if (packsDeployed === "no") return;
      for (const { subscribed, pack } of installed(world, subscriber)) {
        for (const { componentId, componentType, currentVersion } of pack.components) {
          if (currentVersion === "") continue;
          for (const environmentId of subscribed.environmentIds) {
            yield {
              deploymentId: `deployment-${subscribed.instanceId}-${componentId}-${environmentId}`,
              version: 1,
              environmentId,
              packageId: `package-${subscribed.instanceId}-${componentId}`,
              packageVersion: currentVersion,
              componentId: packsDeployed === "asWrapper" ? wrapperOf(subscribed, componentId) : componentId,
              componentVersion: 1,
              componentType,
              deployedDate: "2026-03-01T10:00:00Z",
              deployedBy: "subscriber@example.com",
              notes: "",
              active: true,
              branchName: "main",
            };
          }
        }
      }
    },
  };
}

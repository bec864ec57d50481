import type { IntegrationPack, PackComponent } from "../pack/pack.ts";
import { versionIn, withoutComponents, type ComponentVersions } from "../release/release.ts";
import { releasedVersions } from "../release/releasedVersions.ts";

/** A pack with the version that each component is to have that stays in it. */
export interface PackChoice {
  readonly pack: IntegrationPack;
  readonly versions: ComponentVersions;
  /** The ids of components that were never released and are not in the plan; none when left out. */
  readonly leftOut?: readonly string[];
}

/** A choice of versions that come from somewhere else, as far as they do. */
export interface AdoptedChoice extends PackChoice {
  /** The components in the plan without such a version. They stay as they are. */
  readonly unchanged: readonly PackComponent[];
  /** The ids of the components that have such a version, but do not stay in the pack. */
  readonly absent: readonly string[];
}

/**
 * Chooses for each component the version that the other pack has released: that is how a tested pack becomes a production
 * pack. `preselected`: the versions of components that were never released, in either pack.
 */
export function choiceFromPack(
  pack: IntegrationPack,
  other: IntegrationPack,
  preselected: ComponentVersions,
): AdoptedChoice {
  return adopt(pack, releasedVersions(other), preselected);
}

/**
 * Chooses the versions of an earlier release of the pack, to go back to it. Components that are in no release, this one
 * included, are left out: a roll-back restores a state and adds nothing.
 */
export function choiceFromRelease(
  pack: IntegrationPack,
  { versions }: { readonly versions: ComponentVersions },
): AdoptedChoice {
  const leftOut = pack.components
    .filter(
      ({ componentId, currentVersion, deleted }) =>
        !deleted && currentVersion === "" && versionIn(versions, componentId) === undefined,
    )
    .map(({ componentId }) => componentId);
  const { unchanged, ...adopted } = adopt(pack, versions, {});
  return {
    ...adopted,
    versions: withoutComponents(adopted.versions, leftOut),
    unchanged: unchanged.filter(({ componentId }) => !leftOut.includes(componentId)),
    leftOut,
  };
}

function adopt(
  pack: IntegrationPack,
  adopted: ComponentVersions,
  preselected: ComponentVersions,
): AdoptedChoice {
  const staying = pack.components.filter(({ deleted }) => !deleted);
  const stayingIds = new Set(staying.map(({ componentId }) => componentId));
  const versionOf = ({ componentId, currentVersion }: PackComponent) =>
    versionIn(adopted, componentId) ?? (currentVersion || (versionIn(preselected, componentId) ?? ""));
  return {
    pack,
    versions: Object.fromEntries(staying.map((component) => [component.componentId, versionOf(component)])),
    unchanged: staying.filter(({ componentId }) => versionIn(adopted, componentId) === undefined),
    absent: Object.keys(adopted).filter((componentId) => !stayingIds.has(componentId)),
  };
}

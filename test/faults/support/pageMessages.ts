import { packFingerprint } from "../../../src/model/release/packFingerprint.ts";
import { preselectedVersions } from "../../../src/model/release/preselectedVersions.ts";
import { withoutComponents } from "../../../src/model/release/release.ts";
import type { IntegrationPack } from "../../../src/model/pack/pack.ts";
import { mutated } from "./mutations.ts";
import type { Random } from "./random.ts";

/** A random message of the wizard's or the details' page. Half of the messages confirm a release. */
export function pageMessage(
  pack: IntegrationPack,
  packageIds: readonly [string, ...string[]],
  random: Random,
): unknown {
  const preselected = preselectedVersions(pack, { releaseBranch: "", versionsOf: () => [] });
  const leftOut = neverReleased(pack).filter(() => random.below(4) === 0);
  const versions = withoutComponents(preselected, leftOut);
  const confirmed = {
    versions,
    leftOut,
    expected: packFingerprint(pack),
    replaceScheduled: random.below(4) > 0,
  };
  const [componentId = ""] = Object.keys(versions);
  return random.pick<() => unknown>([
    () => ({ type: "release", ...confirmed }),
    () => ({ type: "release", ...confirmed }),
    () => ({ type: "release", ...confirmed }),
    () => ({ type: "schedule", ...confirmed, date: "2026-09-01", timeZone: "UTC" }),
    () => ({ type: "schedule", ...confirmed, date: "2096-12-01", timeZone: "America/New_York" }),
    () => ({ type: random.pick(["ready", "reload", "close", "showPack", "signIn", "selectTimeZone"]) }),
    () => ({ type: "addToAccountGroup" }),
    () => ({ type: "compare", versions, componentId }),
    () => ({ type: "releaseNotes", versions, action: "copy" }),
    () => ({
      type: "loadDetails",
      packageId: random.pick(packageIds),
      part: random.pick(["version", "includedComponents", "deployments", "carryingPacks"]),
    }),
    () => ({ type: "copy", text: packageIds[0] }),
  ])();
}

/** The message as it is in one of twenty cases, otherwise mutated. */
export function maybeMutated(message: unknown, random: Random): unknown {
  return random.below(20) === 0 ? message : mutated(message, random);
}

/**
 * The release that a message confirms, or `undefined` if the message is incomplete or has anything else in it. Checked
 * without the code under test.
 */
export function confirmedBy(
  message: unknown,
  pack: IntegrationPack,
): { versions: Readonly<Record<string, string>>; date?: string } | undefined {
  if (!isObject(message)) return undefined;
  const { type, versions, leftOut, expected, replaceScheduled, date } = message;
  const keys = [
    "expected",
    "leftOut",
    "replaceScheduled",
    "type",
    "versions",
    ...(type === "schedule" ? ["date", "timeZone"] : []),
  ];
  if (type !== "release" && type !== "schedule") return undefined;
  if (JSON.stringify(Object.keys(message).sort()) !== JSON.stringify(keys.sort())) return undefined;
  if (expected !== packFingerprint(pack) || !isObject(versions)) return undefined;
  if (pack.scheduled && replaceScheduled !== true) return undefined;
  if (!Array.isArray(leftOut)) return undefined;
  const mayBeLeftOut = neverReleased(pack);
  if (!leftOut.every((id: unknown) => mayBeLeftOut.some((each) => each === id))) return undefined;
  const staying = pack.components
    .filter(({ componentId, deleted }) => !deleted && !leftOut.includes(componentId))
    .map(({ componentId }) => componentId);
  if (JSON.stringify(Object.keys(versions).sort()) !== JSON.stringify(staying.sort())) return undefined;
  const texts = Object.entries(versions).flatMap(([id, version]) =>
    typeof version === "string" ? [[id, version] as const] : [],
  );
  if (texts.length !== staying.length) return undefined;
  return { versions: Object.fromEntries(texts), ...(typeof date === "string" && { date }) };
}

/** The ids of the components that stay and were never released. */
function neverReleased({ components }: IntegrationPack): string[] {
  return components
    .filter(({ currentVersion, deleted }) => currentVersion === "" && !deleted)
    .map(({ componentId }) => componentId);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

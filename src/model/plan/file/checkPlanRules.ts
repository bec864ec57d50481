import * as l10n from "@vscode/l10n";
import { planErrors } from "../../../errors/planErrors.ts";
import { isCalendarDate } from "../../schedule/releaseWindow.ts";
import { isTimeZone } from "../../schedule/timeZone.ts";
import { formatPath } from "../../text/formatPath.ts";
import type { PlannedComponent, PlannedPack, ReleasePlan } from "../releasePlan.ts";

type Path = readonly (string | number)[];

/**
 * Checks how the parts of a plan relate: its date, each id once, and what each component changes.
 *
 * @throws `InvalidRequest` with the path of the first problem
 */
export function checkPlanRules(plan: ReleasePlan): void {
  checkDate(plan);
  const packIds = new Set<string>();
  plan.packs.forEach((pack, at) => {
    addUnique(packIds, pack.packId, ["packs", at, "packId"]);
    checkPack(pack, ["packs", at]);
  });
}

function checkDate({ target, date, timeZone }: ReleasePlan): void {
  const scheduleWith = target.backend === "platform" ? target.scheduleWith : "workspace";
  if (date === undefined) {
    if (timeZone !== undefined) reject(["timeZone"], l10n.t("a plan without a date has no time zone"));
    if (target.backend === "platform" && scheduleWith !== undefined) {
      reject(["target", "scheduleWith"], l10n.t("a plan without a date is not scheduled"));
    }
    return;
  }
  checkCalendarDate(date, ["date"]);
  if (scheduleWith === undefined) {
    reject(["target", "scheduleWith"], l10n.t("a plan with a date needs it: platform or workspace"));
  }
  if (scheduleWith === "platform") {
    if (timeZone !== undefined) reject(["timeZone"], l10n.t("the platform takes no time zone; leave it out"));
    return;
  }
  if (timeZone === undefined)
    reject(["timeZone"], l10n.t("a plan with a date needs the time zone of the date"));
  if (!isTimeZone(timeZone)) {
    reject(
      ["timeZone"],
      l10n.t('"{0}" is not a time zone that is known here, such as Europe/Berlin', timeZone),
    );
  }
}

function checkPack({ components, replaces }: PlannedPack, path: Path): void {
  if (replaces) checkCalendarDate(replaces.date, [...path, "replaces", "date"]);
  const componentIds = new Set<string>();
  const packageIds = new Set<string>();
  components.forEach((component, at) => {
    const componentPath = [...path, "components", at];
    addUnique(componentIds, component.componentId, [...componentPath, "componentId"]);
    if (component.packageId !== undefined) {
      addUnique(packageIds, component.packageId, [...componentPath, "packageId"]);
    }
    checkComponent(component, componentPath);
  });
}

/** Rule 3: a component that was never released is taken out at once, so no release drops it. */
function checkComponent({ from, to, packageId }: PlannedComponent, path: Path): void {
  if (to !== null) return;
  if (from === "") reject([...path, "to"], l10n.t("a component that was never released cannot leave"));
  if (packageId !== undefined) {
    reject([...path, "packageId"], l10n.t("a component that leaves has no packaged version"));
  }
}

function checkCalendarDate(date: string, path: Path): void {
  if (!isCalendarDate(date)) reject(path, l10n.t('"{0}" is not a date that exists', date));
}

function addUnique(seen: Set<string>, id: string, path: Path): void {
  if (seen.has(id)) reject(path, l10n.t('"{0}" is already used before', id));
  seen.add(id);
}

function reject(path: Path, problem: string): never {
  throw planErrors.invalidPlan(formatPath(path), problem, path);
}

import type { BenchWindow } from "../editor/benchEditor.ts";
import { alternate, type Samples } from "../measure.ts";

/**
 * Measures the time from a command of ours until its page is seen as `ready`, in ms. The floor is the time until its empty
 * panel is seen as `panel`.
 */
export function measureOpening(
  command: string,
  argument: unknown,
): (window: BenchWindow, runs: number) => Promise<Samples> {
  return (window, runs) => {
    const timeOf = async (opened: Promise<number>, sight: string) => {
      const begun = await opened;
      const painted = await window.saw(sight);
      await window.meter.run("workbench.action.closeActiveEditor");
      return painted - begun;
    };
    return alternate(
      runs,
      () => timeOf(window.meter.run(command, argument), "ready"),
      () => timeOf(window.meter.run("benchFloor.openPanel", false), "panel"),
    );
  };
}

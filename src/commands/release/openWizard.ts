import type { WizardStart } from "../../protocol/wizard.ts";
import type { Services } from "../command.ts";

/** Dependencies of the commands that open the wizard. */
export type WizardServices = Pick<Services, "backend" | "panels">;

/** Opens the wizard for a pack, which is read here alone: the wizard works with what is passed to it. @throws `NotFound` */
export async function openWizard(
  { backend, panels }: WizardServices,
  packId: string,
  start: WizardStart,
): Promise<void> {
  // First, so that the pack is not older than the wizard, which follows every change of it.
  const wizard = await panels.wizard();
  const pack = await (await backend.get()).getPack(packId);
  wizard.open({ pack, start });
}

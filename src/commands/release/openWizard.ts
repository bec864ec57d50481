import type { WizardStart } from "../../protocol/wizard.ts";
import type { Services } from "../command.ts";

/** Dependencies of the commands that open the wizard. */
export type WizardServices = Pick<Services, "backend" | "panels">;

/** Reads a pack and opens the wizard for it; the wizard does not read the pack again. @throws `NotFound` */
export async function openWizard(
  { backend, panels }: WizardServices,
  packId: string,
  start: WizardStart,
): Promise<void> {
  // Before the pack is read, because the wizard then notices every later change of it.
  const wizard = await panels.wizard();
  const pack = await (await backend.get()).getPack(packId);
  wizard.open({ pack, start });
}

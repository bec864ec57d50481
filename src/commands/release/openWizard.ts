import type { ReleaseOption } from "../../protocol/wizard/wizardStart.ts";
import type { Services } from "../command.ts";

/** Dependencies of the commands that open the wizard. */
export type WizardServices = Pick<Services, "backend" | "panels">;

/**
 * Reads a pack and opens the wizard for it; the wizard does not read the pack again. A pack with a scheduled release starts
 * from its versions and, unless another one is given, its date.
 *
 * @throws `NotFound`
 */
export async function openWizard(
  { backend, panels }: WizardServices,
  packId: string,
  option: ReleaseOption,
  date?: string,
): Promise<void> {
  // Before the pack is read, because the wizard then notices every later change of it.
  const wizard = await panels.wizard();
  const pack = await (await backend.get()).getPack(packId);
  const versions = pack.scheduled?.versions;
  const startDate = date ?? pack.scheduled?.date;
  wizard.open({
    pack,
    start: {
      option,
      ...(versions && { versions }),
      ...(startDate !== undefined && { date: startDate }),
    },
  });
}

import { confirm } from "../ui/ask/confirm.ts";
import { confirmedBy, type Confirmed } from "../ui/ask/confirmed.ts";
import type { Call, Services } from "./command.ts";
import type { CommandEntry, Prepared } from "./confirmation.ts";

/**
 * Runs a command, and resolves to what it resolves to. One that needs a confirmation acts only with that of a person. `id` is
 * logged.
 */
export async function runEntry(
  services: Services,
  id: string,
  entry: CommandEntry,
  call: Call,
): Promise<unknown> {
  if ("run" in entry) return entry.run(services, call);
  const prepared = await entry.prepare(services, call);
  const confirmed = prepared && (await confirmationOf(prepared));
  if (!confirmed) return undefined;
  services.log.info(`${id}: confirmed by ${String(confirmed)}`);
  await prepared.act(confirmed);
  return undefined;
}

async function confirmationOf({ chosen, question }: Prepared): Promise<Confirmed | undefined> {
  if (chosen) return chosen;
  const asked = await question();
  return asked ? confirm(asked) : confirmedBy("nothing to replace");
}

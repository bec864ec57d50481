import type { Command } from "./command.ts";
import { planCommands } from "./table/planCommands.ts";
import { readingCommands } from "./table/readingCommands.ts";
import { recordsCommands } from "./table/recordsCommands.ts";
import { serviceCommands } from "./table/serviceCommands.ts";
import { storeCommands } from "./table/storeCommands.ts";

/** All commands, in the order in which the help lists them. */
export function commands(): Command[] {
  return [
    ...readingCommands(),
    ...planCommands(),
    ...storeCommands(),
    ...recordsCommands(),
    ...serviceCommands(),
  ];
}

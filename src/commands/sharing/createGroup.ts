import { facetOf } from "../../session/facetOf.ts";
import { textArgument } from "../ask/textArgument.ts";
import type { Call, Services } from "../command.ts";
import { askAndCreateGroup } from "./askAndCreateGroup.ts";

/** Creates an account group. Code passes its name. */
export async function createGroup(services: Services, { args, byPerson }: Call): Promise<void> {
  const managedAccounts = await facetOf(services, "managedAccounts");
  const name = textArgument(args, 0);
  if (name !== undefined) {
    await managedAccounts.createGroup(name);
    return;
  }
  const groupId = await askAndCreateGroup(services);
  if (groupId !== undefined && byPerson) await services.accountGroupsView.reveal(groupId);
}

import type { PlatformAccess } from "../../support/platform/standIn/platformStandIn.ts";
import type { Workbench } from "./workbench.ts";

/** Signs in where the settings name the address and the account: asks for user and token only. */
export async function signIn(
  workbench: Workbench,
  { email, token }: Pick<PlatformAccess, "email" | "token">,
): Promise<void> {
  const { quickInput } = workbench;
  await workbench.runCommand("Sign In to Boomi…");
  for (const [step, answer] of [email, token].entries()) {
    await quickInput.waitForTitle(`(${step + 1}/2)`);
    await quickInput.fill(answer);
    await quickInput.accept();
  }
}

/** The settings of a workspace on a platform. */
export function platformSettings(baseUrl: string, { accountId }: Pick<PlatformAccess, "accountId">) {
  return {
    "integrationPacks.backend": "platform",
    "integrationPacks.platform.baseUrl": baseUrl,
    "integrationPacks.platform.accountId": accountId,
  };
}

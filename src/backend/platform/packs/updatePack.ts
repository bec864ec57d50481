import * as v from "valibot";
import type { PackEdit } from "../../../model/pack/packEdit.ts";
import type { PlatformClient } from "../http/platformClient.ts";
import { platformErrors } from "../http/platformErrors.ts";
import { urlPart } from "../http/urlPart.ts";
import type { PlatformPack } from "./packReader.ts";

const object = "PublisherIntegrationPack";

/** The answer, which may have no content. */
const answerSchema = v.fallback(v.object({ id: v.string() }), { id: "" });

/**
 * Updates the pack so that it has exactly these components: Boomi removes those that an update leaves out. A description that
 * was in no answer is not sent, so that it is not cleared.
 *
 * @throws as `PlatformClient.change`; `Unreachable` also when the answer is about another pack
 */
export async function updatePack(
  client: PlatformClient,
  pack: PlatformPack,
  componentIds: readonly string[],
  changes: PackEdit,
): Promise<void> {
  const { packId, installationType } = pack;
  const known = pack.lacksDescription ? undefined : pack.description;
  const body = JSON.stringify({
    id: packId,
    name: changes.name ?? pack.name,
    Description: changes.description ?? known,
    installationType,
    operationType: "ADD",
    PublisherPackagedComponents: {
      PublisherPackagedComponent: componentIds.map((componentId) => ({ componentId })),
    },
  });
  const request = { method: "POST", path: `${object}/${urlPart(packId)}`, body } as const;
  const { id } = await client.change(object, request, answerSchema);
  if (id !== "" && id !== packId) {
    throw platformErrors.changeUnknown(platformErrors.otherObject(object));
  }
}

import * as l10n from "@vscode/l10n";
import { errors } from "../../errors/errors.ts";
import { packNameKey, type NamedPack } from "../../model/pack/pack.ts";
import { UsageError } from "../usageError.ts";

/** Finds the pack with the id or the whole name. @throws `NotFound`; `UsageError` where several packs have the name */
export function findPack<Pack extends NamedPack>(packs: readonly Pack[], idOrName: string): Pack {
  const withId = packs.find(({ packId }) => packId === idOrName);
  if (withId) return withId;
  const key = packNameKey(idOrName);
  const [first, ...others] = packs.filter(({ name }) => packNameKey(name) === key);
  if (!first) throw packNotFound(idOrName);
  if (others.length > 0) throw ambiguousName(idOrName, [first, ...others]);
  return first;
}

function packNotFound(idOrName: string): Error {
  return errors.notFound(l10n.t('There is no integration pack with the ID or the name "{0}".', idOrName));
}

function ambiguousName(name: string, packs: readonly NamedPack[]): UsageError {
  const ids = packs.map(({ packId }) => packId).join(", ");
  return new UsageError(
    l10n.t('{0} packs are named "{1}". Their IDs are {2}.', packs.length, name, ids),
    l10n.t("Name the pack by its ID."),
  );
}

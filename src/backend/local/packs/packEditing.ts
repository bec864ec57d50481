import { packNameKey, type NamedPack } from "../../../model/pack/pack.ts";
import type { NewPack, PackEdit } from "../../../model/pack/packEdit.ts";
import { checkNewPack, checkPackEdit } from "../../../model/pack/packRules.ts";
import type { Connection } from "../../sqlite/connection.ts";
import { requirePack, requirePackKey, toProperties } from "./packs.ts";
import { integer, text } from "../../sqlite/rows.ts";

// Rule 1. Call each function inside a transaction.

/** Creates a pack without components. Returns its id. @throws `InvalidRequest` */
export function createPack(connection: Connection, pack: NewPack): string {
  const checked = checkNewPack(pack, packsNamed(connection, pack.name));
  const packId = crypto.randomUUID();
  connection.run(
    `INSERT INTO pack (pack_id, name, name_key, description, installation_type, deployment_model)
    VALUES (?, ?, ?, ?, ?, ?)`,
    packId,
    checked.name,
    packNameKey(checked.name),
    checked.description,
    checked.installationType,
    checked.deploymentModel,
  );
  return packId;
}

/** Changes the pack's properties. @throws `NotFound`, `InvalidRequest` */
export function editPack(connection: Connection, packId: string, edit: PackEdit): void {
  const row = requirePack(connection, packId);
  const pack = toProperties(row);
  const { name = pack.name, description = pack.description } = checkPackEdit(
    pack,
    edit,
    packsNamed(connection, edit.name ?? pack.name),
  );
  connection.run(
    "UPDATE pack SET name = ?, name_key = ?, description = ? WHERE pack_key = ?",
    name,
    packNameKey(name),
    description,
    integer(row, "pack_key"),
  );
}

/** Deletes the pack with its releases, its scheduled release, its sharing and its installations. @throws `NotFound` */
export function deletePack(connection: Connection, packId: string): void {
  connection.run("DELETE FROM pack WHERE pack_key = ?", requirePackKey(connection, packId));
}

/** The packs with the same name. */
function packsNamed(connection: Connection, name: string): NamedPack[] {
  return connection
    .all("SELECT pack_id, name FROM pack WHERE name_key = ?", packNameKey(name))
    .map((row) => ({ packId: text(row, "pack_id"), name: text(row, "name") }));
}

import type { AccountGroupFacet, ManagedAccountFacet, PackagingFacet, PackEditingFacet } from "../backend.ts";
import { addPackToGroup, listAccountGroups, removePackFromGroup } from "./sharing/accountGroups.ts";
import type { Database } from "../sqlite/database.ts";
import {
  createAccount,
  createGroup,
  deleteAccount,
  deleteGroup,
  install,
  uninstall,
} from "./sharing/managedAccounts.ts";
import {
  addComponents,
  listAddableComponents,
  removeComponent,
  setPendingVersion,
  undeleteComponent,
} from "./packs/packComponents.ts";
import { createPack, deletePack, editPack } from "./packs/packEdits.ts";
import { createVersion, deleteVersion, listComponents, restoreVersion } from "./packs/packaging.ts";
import type { Actor } from "./releases/schedules.ts";

// The facets that change what is in the store: each call is one transaction.

/** Packs and what is in them. */
export function packEditing(database: Database): Required<PackEditingFacet> {
  return {
    createPack: (pack) => database.write((connection) => createPack(connection, pack)),
    editPack: (...edit) => database.write((connection) => editPack(connection, ...edit)),
    deletePack: (packId) => database.write((connection) => deletePack(connection, packId)),
    listAddableComponents: (packId) =>
      database.read((connection) => listAddableComponents(connection, packId)),
    addComponents: (...added) => database.write((connection) => addComponents(connection, ...added)),
    removeComponent: (...removed) => database.write((connection) => removeComponent(connection, ...removed)),
    undeleteComponent: (...undeleted) =>
      database.write((connection) => undeleteComponent(connection, ...undeleted)),
    setPendingVersion: (...chosen) =>
      database.write((connection) => setPendingVersion(connection, ...chosen)),
  };
}

/** Who packs are shared with. */
export function accountGroups(database: Database): AccountGroupFacet {
  return {
    listAccountGroups: () => database.read(listAccountGroups),
    addPack: (...shared) => database.write((connection) => addPackToGroup(connection, ...shared)),
    removePack: (...shared) => database.write((connection) => removePackFromGroup(connection, ...shared)),
  };
}

/** Groups, accounts and what is installed in them. */
export function managedAccounts(database: Database): ManagedAccountFacet {
  return {
    createGroup: (name) => database.write((connection) => createGroup(connection, name)),
    deleteGroup: (groupId) => database.write((connection) => deleteGroup(connection, groupId)),
    createAccount: (...account) => database.write((connection) => createAccount(connection, ...account)),
    deleteAccount: (accountId) => database.write((connection) => deleteAccount(connection, accountId)),
    install: (...installed) => database.write((connection) => install(connection, ...installed)),
    uninstall: (...installed) => database.write((connection) => uninstall(connection, ...installed)),
  };
}

/** Packaged versions of components. */
export function packaging(database: Database, actor: () => Actor): PackagingFacet {
  return {
    listComponents: () => database.read(listComponents),
    createVersion: (version) => database.write((connection) => createVersion(connection, version, actor())),
    deleteVersion: (packageId) => database.write((connection) => deleteVersion(connection, packageId)),
    restoreVersion: (packageId) => database.write((connection) => restoreVersion(connection, packageId)),
  };
}

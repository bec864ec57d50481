import type { AccountGroupFacet } from "../facets/accountGroupFacet.ts";
import type { ManagedAccountFacet } from "../facets/managedAccountFacet.ts";
import type { PackagingFacet } from "../facets/packagingFacet.ts";
import type { PackEditingFacet } from "../facets/packEditingFacet.ts";
import { addPackToGroup, listAccountGroups, removePackFromGroup } from "./sharing/accountGroups.ts";
import type { Database } from "../sqlite/database.ts";
import { createAccount, createGroup, deleteAccount, deleteGroup } from "./sharing/managedAccounts.ts";
import { install, uninstall } from "./sharing/installations.ts";
import {
  addComponents,
  listAddableComponents,
  removeComponent,
  setPendingVersion,
  undeleteComponent,
} from "./packs/packComponents.ts";
import { createPack, deletePack, editPack } from "./packs/packEditing.ts";
import { createVersion, deleteVersion, listComponents, restoreVersion } from "./packs/packaging.ts";
import type { Actor } from "./releases/schedules.ts";

// The facets for changes: each call is one transaction.

/** Creates the facet that changes packs. */
export function packEditing(database: Database): Required<Omit<PackEditingFacet, "confirmLeaving">> {
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

/** Creates the facet of account groups. */
export function accountGroups(database: Database): AccountGroupFacet {
  return {
    listAccountGroups: () => database.read(listAccountGroups),
    addPack: (...shared) => database.write((connection) => addPackToGroup(connection, ...shared)),
    removePack: (...shared) => database.write((connection) => removePackFromGroup(connection, ...shared)),
  };
}

/** Creates the facet that changes groups, accounts and installations. */
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

/** Creates the facet that changes packaged versions. */
export function packaging(database: Database, actor: () => Actor): PackagingFacet {
  return {
    listComponents: () => database.read(listComponents),
    createVersion: (version) => database.write((connection) => createVersion(connection, version, actor())),
    deleteVersion: (packageId) => database.write((connection) => deleteVersion(connection, packageId)),
    restoreVersion: (packageId) => database.write((connection) => restoreVersion(connection, packageId)),
  };
}

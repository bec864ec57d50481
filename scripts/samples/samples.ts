import type {
  Snapshot,
  SnapshotAccountGroup,
  SnapshotInstallation,
  SnapshotPack,
} from "../../src/model/snapshot/snapshot.ts";
import { handleErrors } from "./common.ts";
import { customerOnboarding, customerOnboardingComponents } from "./customerOnboarding.ts";
import { idOf } from "./describe.ts";
import { employeeLifecycle, employeeLifecycleComponents } from "./employeeLifecycle.ts";
import { orderToCash, orderToCashComponents } from "./orderToCash.ts";
import { productCatalogSync, productCatalogSyncComponents } from "./productCatalogSync.ts";
import { supplierEdi, supplierEdiComponents } from "./supplierEdi.ts";

type Account = SnapshotAccountGroup["accounts"][number];

const alderbrook: Account = { accountId: "alderbrookoutfitters-7QK2ZD", name: "Alderbrook Outfitters" };
const cobalt: Account = { accountId: "cobaltkitchenware-M41XHT", name: "Cobalt Kitchenware" };
const saltmarsh: Account = { accountId: "saltmarshbooks-2VN8RC", name: "Saltmarsh Books" };
const fernhillLogistics: Account = { accountId: "fernhilllogistics-9BW5KJ", name: "Fernhill Logistics" };
const fernhillRetail: Account = { accountId: "fernhillretail-K3TD6P", name: "Fernhill Retail" };

/** Supplier EDI Exchange was released, but is in no group. */
const accountGroups: SnapshotAccountGroup[] = [
  {
    groupId: idOf("group", "Retail Partners"),
    name: "Retail Partners",
    packIds: [orderToCash.packId, customerOnboarding.packId],
    accounts: [alderbrook, cobalt, saltmarsh],
  },
  {
    groupId: idOf("group", "Subsidiaries"),
    name: "Subsidiaries",
    packIds: [customerOnboarding.packId, employeeLifecycle.packId],
    accounts: [fernhillLogistics, fernhillRetail],
  },
];

/** Installs the newest release of a pack in accounts (rule 6). */
function installed(pack: SnapshotPack, ...accounts: Account[]): SnapshotInstallation[] {
  const releaseId = pack.releases?.at(-1)?.releaseId;
  if (releaseId === undefined) throw new Error(`"${pack.name}" was never released`);
  return accounts.map(({ accountId }) => ({
    accountId,
    packId: pack.packId,
    releaseId,
    appliedScheduled: false,
  }));
}

/** The sample packs: one in every state that a pack can be in without a scheduled release. */
export const samples: Snapshot = {
  formatVersion: 1,
  components: [
    handleErrors,
    ...orderToCashComponents,
    ...customerOnboardingComponents,
    ...productCatalogSyncComponents,
    ...employeeLifecycleComponents,
    ...supplierEdiComponents,
  ],
  packs: [customerOnboarding, employeeLifecycle, orderToCash, productCatalogSync, supplierEdi],
  accountGroups,
  installations: [
    ...installed(orderToCash, alderbrook, cobalt),
    ...installed(customerOnboarding, alderbrook, saltmarsh, fernhillRetail),
    ...installed(employeeLifecycle, fernhillLogistics, fernhillRetail),
  ],
};

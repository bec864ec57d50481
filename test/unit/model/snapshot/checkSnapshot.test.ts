import { ids, store } from "../../../support/fixtures/store.ts";
import { refuses } from "../../../support/snapshot/storeWith.ts";

// Components in the store of the fixtures: 0 Cancel Order, 1 Create Order, 2 Order API, 3 Send Invoice.

describe("the form of snapshots", () => {
  refuses("a key is missing", "packs/0/name", undefined, /missing/);
  refuses("a key is unknown", "packs/0/colour", "red", /no such key/);
  refuses("a value has another type", "components/0/versions/0/deleted", 1, /true or false/);
  refuses("a list is something else", "packs/0/components", {}, /a list/);
  refuses("an object is something else", "packs/0", "Empty", /an object/);
  refuses("a number is something else", "components/0/versions/0/componentVersion", "1", /a number/);
  refuses("a revision is a whole number", "components/0/versions/0/componentVersion", 1.5, /whole number/);
  refuses("a word is not one of those allowed", "packs/0/installationType", "BOTH", /SINGLE/);
  refuses("an id is empty", "packs/0/packId", "", /empty/);
  refuses("the format is not 1", "formatVersion", 0, /must be 1/);
  refuses("the format is newer", "formatVersion", 2, /update this extension/);
  refuses("a text cannot be stored", "packs/0/name", "half a \ud83d", /cannot be stored/);
  refuses("a date has another form", "packs/3/releases/0/releasedAt", "yesterday", /date and time/);
});

describe("the rules for components in snapshots", () => {
  const created = "components/0/versions/0/createdDate";
  refuses("a date exists", created, "2026-02-30T00:00:00Z", /exists/);
  const deployed = "components/1/versions/0/deployments/1/deployedDate";
  refuses("a deployment's date exists", deployed, "2026-01-01T25:00:00Z", /exists/);
  const included = "components/1/versions/0/includedComponents/1";
  refuses("a date of modification exists", `${included}/modifiedDate`, "2026-13-01T00:00:00Z", /exists/);
  refuses("included components are unique in a version", `${included}/componentId`, "c-map", /already used/);
  refuses("component ids are unique", "components/1/componentId", ids.cancelOrder, /already used/);
  const packageId = "components/2/versions/0/packageId";
  refuses("package ids are unique in the store", packageId, "k-create-1.0", /already used/);
  const packageVersion = "components/1/versions/1/packageVersion";
  refuses("a component's version texts are unique", packageVersion, "1.0", /already used/);
});

describe("the rules for sharing in snapshots", () => {
  const first = store().accountGroups[0];
  refuses("group ids are unique", "accountGroups/1", first, /already used/, "accountGroups[1].groupId");
  refuses(
    "rule 9: a pack in a group was released",
    "accountGroups/0/packIds/0",
    ids.neverReleased,
    /never released/,
  );
  refuses("a pack in a group exists", "accountGroups/0/packIds/0", "gone", /no pack/);
  refuses("a pack is only once in a group", "accountGroups/0/packIds/1", ids.orderToCash, /already used/);
  refuses(
    "an account is only once in a group",
    "accountGroups/0/accounts/1/accountId",
    "a-acme",
    /already used/,
  );
  const other = {
    groupId: "g-2",
    name: "Two",
    packIds: [],
    accounts: [{ accountId: "a-acme", name: "Apex" }],
  };
  refuses("an account has one name", "accountGroups/1", other, /"Acme"/, "accountGroups[1].accounts[0].name");
  refuses("an installation's account exists", "installations/0/accountId", "gone", /no account group/);
  refuses("an installation's pack exists", "installations/0/packId", "gone", /no pack/);
  refuses(
    "an installation's release is a release of its pack",
    "installations/0/releaseId",
    "r-legacy",
    /no release/,
  );
  refuses(
    "a pack is installed only once in an account",
    "installations/2/accountId",
    "a-acme",
    /already used/,
    "installations[2]",
  );
  refuses(
    "only a scheduled release can have been applied",
    "installations/0/appliedScheduled",
    true,
    /no scheduled release/,
  );
});

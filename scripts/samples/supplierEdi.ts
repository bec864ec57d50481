import { component, pack, part, priya, tomas } from "./describe.ts";

// A legacy pack. Its versions are publications with the numbers 1, 2 and 3, and one of them is newer than the release. They
// have no XML.

const folder = "Supplier EDI";

const exchange = part("connector-settings", "Supplier Exchange", `${folder}/Connections`, {
  1: { by: tomas, at: "2026-01-05T09:00:00Z" },
});

const purchaseOrder = part("profile.edi", "850 Purchase Order", folder, {
  1: { by: tomas, at: "2026-01-05T10:30:00Z" },
  2: { by: priya, at: "2026-10-29T09:15:00Z" },
});

const sendOrders = component("process", "Send Purchase Orders", folder, [
  {
    version: "1",
    revision: 2,
    at: "2026-01-07T12:00:00Z",
    by: tomas,
    notes: "Sends purchase orders to suppliers as 850.",
    includes: [
      [purchaseOrder, 1],
      [exchange, 1],
    ],
  },
  {
    version: "2",
    revision: 4,
    at: "2026-04-14T08:25:00Z",
    by: tomas,
    notes: "Waits for the acknowledgement (997) of the supplier.",
    includes: [
      [purchaseOrder, 1],
      [exchange, 1],
    ],
  },
  {
    version: "3",
    revision: 5,
    at: "2026-10-30T10:05:00Z",
    by: priya,
    notes: "Sends the date to deliver.",
    includes: [
      [purchaseOrder, 2],
      [exchange, 1],
    ],
  },
]);

const supplierApi = component("webservice", "Supplier Portal API", folder, [
  {
    version: "1",
    revision: 1,
    at: "2026-01-08T14:40:00Z",
    by: priya,
    notes: "Small suppliers without EDI fetch their orders here.",
    includes: [],
  },
]);

export const supplierEdiComponents = [sendOrders, supplierApi];

export const supplierEdi = pack({
  name: "Supplier EDI Exchange",
  description: "Exchanges orders with suppliers. Of the legacy deployment model: it carries publications.",
  installationType: "SINGLE",
  deploymentModel: "legacy",
  carries: [[sendOrders], [supplierApi]],
  releases: [
    [
      "2026-01-12T08:00:00Z",
      tomas,
      new Map([
        [sendOrders, "1"],
        [supplierApi, "1"],
      ]),
    ],
    [
      "2026-04-20T07:35:00Z",
      tomas,
      new Map([
        [sendOrders, "2"],
        [supplierApi, "1"],
      ]),
    ],
  ],
});

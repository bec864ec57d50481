import { erpConnection } from "./common.ts";
import { component, mara, part, priya, tomas } from "./describe.ts";
import { jsonProfileOf, mapOf, operationOf, processOf } from "./xml.ts";

const folder = "Order to Cash/Orders";

const shopOrder = part("profile.json", "Shop Order", folder, {
  2: {
    by: mara,
    at: "2026-01-16T09:00:00Z",
    object: jsonProfileOf(
      "orderId",
      "customerId",
      "lines",
      "total number",
      "purchaseOrder",
      "deliverOn date",
    ),
  },
  3: {
    by: tomas,
    at: "2026-10-12T15:25:00Z",
    object: jsonProfileOf(
      "orderId",
      "customerId",
      "vatId",
      "lines",
      "warehouse",
      "total number",
      "purchaseOrder",
      "deliverOn date",
    ),
  },
});

const mappings = ["orderId > externalId", "customerId > entity", "lines > itemList", "total > amount"];
const dated = [...mappings, "purchaseOrder > otherRefNum", "deliverOn > shipDate"];

const salesOrderMap = part("transform.map", "Shop Order to Sales Order", folder, {
  3: { by: mara, at: "2026-01-16T10:44:00Z", object: mapOf("Shop Order", "Sales Order", ...mappings) },
  5: { by: tomas, at: "2026-04-07T14:18:00Z", object: mapOf("Shop Order", "Sales Order", ...dated) },
  8: {
    by: tomas,
    at: "2026-10-13T08:33:00Z",
    object: mapOf("Shop Order", "Sales Order", ...dated, "vatId > vatRegNumber", "warehouse > location"),
  },
});

const createOperation = part("connector-action", "ERP Create Sales Order", folder, {
  1: { by: mara, at: "2026-01-16T11:05:00Z", object: operationOf("erp", "CREATE", "SalesOrder") },
  2: {
    by: tomas,
    at: "2026-10-13T09:12:00Z",
    object: operationOf("erp", "CREATE", "SalesOrder", "onePerLocation", "returnId"),
  },
});

/** Current version 1.1, latest version 2.0, and in between a trial version that is not shareable. */
export const createSalesOrder = component("process", "Create Sales Order", folder, [
  {
    version: "1.0",
    revision: 4,
    at: "2026-01-19T08:50:00Z",
    by: mara,
    notes: "First version: orders of the web shop become sales orders of the ERP.",
    object: processOf("map: Shop Order to Sales Order", "connectoraction: ERP Create Sales Order"),
    includes: [
      [salesOrderMap, 3],
      [shopOrder, 2],
      [createOperation, 1],
      [erpConnection, 1],
    ],
    deployed: [
      ["Test", "2026-01-19T09:05:00Z", mara],
      ["Production", "2026-02-16T07:05:00Z", mara, "First release of Order to Cash."],
    ],
  },
  {
    version: "1.1",
    revision: 7,
    at: "2026-04-08T09:36:00Z",
    by: tomas,
    notes: "Maps the purchase order number and the requested delivery date.",
    object: processOf(
      "map: Shop Order to Sales Order",
      "businessrules: Delivery Date Is a Working Day",
      "connectoraction: ERP Create Sales Order",
    ),
    includes: [
      [salesOrderMap, 5],
      [shopOrder, 2],
      [createOperation, 1],
      [erpConnection, 1],
    ],
    deployed: [
      ["Test", "2026-04-08T10:00:00Z", tomas],
      ["Production", "2026-05-18T11:40:00Z", tomas],
    ],
  },
  {
    version: "1.2-rc1",
    revision: 9,
    at: "2026-08-27T13:13:00Z",
    by: priya,
    notes: "Trial of split shipments. Not for partners.",
    includes: [
      [salesOrderMap, 5],
      [shopOrder, 2],
      [createOperation, 1],
      [erpConnection, 1],
    ],
    deployed: [["Test", "2026-08-27T13:20:00Z", priya]],
    branch: "split-shipments",
    shareable: false,
  },
  {
    version: "2.0",
    revision: 12,
    at: "2026-10-14T07:58:00Z",
    by: tomas,
    notes: "Split shipments: one sales order for each warehouse. Maps the VAT number of the customer.",
    object: processOf(
      "map: Shop Order to Sales Order",
      "businessrules: Delivery Date Is a Working Day",
      "dataprocess: Split by Warehouse",
      "connectoraction: ERP Create Sales Order",
      "returndocuments: Sales Order Numbers",
    ),
    includes: [
      [salesOrderMap, 8],
      [shopOrder, 3],
      [createOperation, 2],
      [erpConnection, 2],
    ],
    deployed: [["Test", "2026-10-14T08:30:00Z", tomas, "Passed the regression run of 14 October."]],
  },
]);

import { handleErrors } from "./common.ts";
import { component, mara, pack, part, priya, tomas } from "./describe.ts";
import { createSalesOrder } from "./createSalesOrder.ts";
import { sendInvoice } from "./sendInvoice.ts";
import { apiOf, jsonProfileOf, mapOf, processOf } from "./xml.ts";

// A pack with every kind of change: an upgrade, a pending version, a new component, one to roll back, and one unchanged.

const orderStatus = part("profile.json", "Order Status", "Order to Cash/API", {
  1: {
    by: priya,
    at: "2026-02-20T11:00:00Z",
    object: jsonProfileOf("orderId", "status", "updatedAt datetime"),
  },
  3: {
    by: priya,
    at: "2026-07-13T09:31:00Z",
    object: jsonProfileOf("orderId", "status", "updatedAt datetime", "shipments"),
  },
});

const orderStatusApi = component("webservice", "Order Status API", "Order to Cash/API", [
  {
    version: "1.0",
    revision: 3,
    at: "2026-02-23T10:15:00Z",
    by: priya,
    notes: "Partners ask for the status of an order.",
    object: apiOf("/orders/v1", "GET /orders/{orderId} Read Order Status"),
    includes: [[orderStatus, 1]],
    deployed: [
      ["Test", "2026-02-23T10:30:00Z", priya],
      ["Production", "2026-03-23T06:50:00Z", priya],
    ],
  },
  {
    version: "1.1",
    revision: 5,
    at: "2026-07-13T10:04:00Z",
    by: priya,
    notes: "Adds the shipments of an order.",
    object: apiOf(
      "/orders/v1",
      "GET /orders/{orderId} Read Order Status",
      "GET /orders/{orderId}/shipments List Shipments",
    ),
    includes: [[orderStatus, 3]],
    deployed: [["Production", "2026-09-07T07:10:00Z", priya]],
  },
  {
    version: "1.2",
    revision: 6,
    at: "2026-10-20T08:45:00Z",
    by: tomas,
    notes: "New status words: SHIPPED becomes IN_TRANSIT. Tell the consumers before you release it.",
    object: apiOf(
      "/orders/v2",
      "GET /orders/{orderId} Read Order Status",
      "GET /orders/{orderId}/shipments List Shipments",
    ),
    includes: [[orderStatus, 3]],
    deployed: [["Test", "2026-10-20T09:00:00Z", tomas]],
  },
]);

const bankStatement = part("transform.map", "Bank Statement to Payment", "Order to Cash/Payments", {
  2: {
    by: mara,
    at: "2026-09-15T14:10:00Z",
    object: mapOf("Bank Statement", "Payment", "entry/amount > amount", "entry/reference > invoiceNumber"),
  },
  4: {
    by: mara,
    at: "2026-11-02T16:05:00Z",
    object: mapOf(
      "Bank Statement",
      "Payment",
      "entry/amount > amount",
      "entry/currency > currency",
      "entry/reference > invoiceNumber",
      "entry/valueDate > paidOn",
    ),
  },
});

const matchPayments = component("process", "Match Payments", "Order to Cash/Payments", [
  {
    version: "0.9",
    revision: 5,
    at: "2026-09-16T09:20:00Z",
    by: mara,
    notes: "Trial with one bank. Euro only, so not shareable.",
    includes: [[bankStatement, 2]],
    shareable: false,
  },
  {
    version: "1.0",
    revision: 8,
    at: "2026-11-03T10:40:00Z",
    by: mara,
    notes: "Matches payments with open invoices, in all currencies.",
    object: processOf(
      "connectoraction: Read Bank Statement",
      "map: Bank Statement to Payment",
      "decision: Invoice Open",
      "connectoraction: ERP Apply Payment",
    ),
    includes: [[bankStatement, 4]],
    deployed: [["Test", "2026-11-03T11:00:00Z", mara]],
  },
]);

export const orderToCashComponents = [createSalesOrder, sendInvoice, orderStatusApi, matchPayments];

export const orderToCash = pack({
  name: "Order to Cash",
  description: "Takes the orders of the web shop into the ERP, invoices them and matches the payments.",
  installationType: "SINGLE",
  deploymentModel: "packaged",
  carries: [
    [createSalesOrder],
    [sendInvoice],
    [orderStatusApi, { pendingVersion: "1.1" }],
    [matchPayments],
    [handleErrors],
  ],
  releases: [
    [
      "2026-02-16T07:30:00Z",
      mara,
      new Map([
        [createSalesOrder, "1.0"],
        [sendInvoice, "1.2"],
        [handleErrors, "1.0"],
      ]),
    ],
    [
      "2026-03-23T07:15:00Z",
      mara,
      new Map([
        [createSalesOrder, "1.0"],
        [sendInvoice, "1.2"],
        [orderStatusApi, "1.0"],
        [handleErrors, "hotfix-7"],
      ]),
    ],
    [
      "2026-05-18T12:02:00Z",
      tomas,
      new Map([
        [createSalesOrder, "1.1"],
        [sendInvoice, "1.3"],
        [orderStatusApi, "1.0"],
        [handleErrors, "hotfix-7"],
      ]),
    ],
    [
      "2026-09-06T22:00:08Z",
      tomas,
      new Map([
        [createSalesOrder, "1.1"],
        [sendInvoice, "2.0"],
        [orderStatusApi, "1.0"],
        [handleErrors, "hotfix-7"],
      ]),
      "scheduled",
    ],
  ],
});

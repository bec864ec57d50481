import { erpConnection } from "./common.ts";
import { component, mara, part, priya, tomas } from "./describe.ts";
import { mapOf, operationOf, processOf } from "./xml.ts";

const folder = "Order to Cash/Billing";

const mappings = ["tranId > number", "entity > customer", "itemList > lines", "amount > total"];

const invoiceMap = part("transform.map", "ERP Invoice to PDF", folder, {
  2: { by: mara, at: "2026-01-23T15:20:00Z", object: mapOf("ERP Invoice", "Invoice PDF", ...mappings) },
  4: {
    by: priya,
    at: "2026-05-08T10:11:00Z",
    object: mapOf("ERP Invoice", "Invoice PDF", ...mappings, "remittance > bankDetails"),
  },
});

const sendMail = part("connector-action", "Send Invoice Mail", folder, {
  1: {
    by: mara,
    at: "2026-01-23T15:48:00Z",
    object: operationOf("mail", "SEND", "Message", "attachDocument"),
  },
  3: {
    by: tomas,
    at: "2026-08-18T12:30:00Z",
    object: operationOf("mail", "SEND", "Message", "attachDocument", "batchByCustomer"),
  },
});

/** Current version 2.0 sends invoices twice. Production is back at 1.3, the pack is not. */
export const sendInvoice = component("process", "Send Invoice", folder, [
  {
    version: "1.2",
    revision: 6,
    at: "2026-01-26T09:10:00Z",
    by: mara,
    notes: "Sends every invoice as a PDF by e-mail.",
    object: processOf(
      "connectoraction: ERP Query Invoices",
      "map: ERP Invoice to PDF",
      "connectoraction: Send Invoice Mail",
    ),
    includes: [
      [invoiceMap, 2],
      [sendMail, 1],
      [erpConnection, 1],
    ],
    deployed: [["Production", "2026-02-16T07:05:00Z", mara]],
  },
  {
    version: "1.3",
    revision: 8,
    at: "2026-05-11T08:05:00Z",
    by: priya,
    notes: "Prints our bank details on the invoice.",
    object: processOf(
      "connectoraction: ERP Query Invoices",
      "map: ERP Invoice to PDF",
      "connectoraction: Send Invoice Mail",
      "connectoraction: ERP Mark Invoice Sent",
    ),
    includes: [
      [invoiceMap, 4],
      [sendMail, 1],
      [erpConnection, 1],
    ],
    deployed: [
      ["Test", "2026-05-11T08:20:00Z", priya],
      ["Production", "2026-05-18T11:40:00Z", tomas],
      [
        "Production",
        "2026-11-02T06:15:00Z",
        priya,
        "Back to 1.3: 2.0 sends the invoice of a split order twice (INC-4127).",
      ],
    ],
  },
  {
    version: "2.0",
    revision: 13,
    at: "2026-08-19T14:45:00Z",
    by: tomas,
    notes: "One e-mail for all invoices of a customer.",
    object: processOf(
      "connectoraction: ERP Query Invoices",
      "map: ERP Invoice to PDF",
      "dataprocess: Combine by Customer",
      "connectoraction: Send Invoice Mail",
      "connectoraction: ERP Mark Invoice Sent",
    ),
    includes: [
      [invoiceMap, 4],
      [sendMail, 3],
      [erpConnection, 1],
    ],
    deployed: [
      ["Test", "2026-08-19T15:00:00Z", tomas],
      ["Production", "2026-09-07T07:10:00Z", tomas],
    ],
  },
  {
    version: "2.1-draft",
    revision: 15,
    at: "2026-11-09T17:27:00Z",
    by: tomas,
    notes: "Attempt at INC-4127. Still sends twice when the mail server is slow.",
    includes: [
      [invoiceMap, 4],
      [sendMail, 3],
      [erpConnection, 2],
    ],
    deployed: [["Test", "2026-11-09T17:40:00Z", tomas]],
    branch: "inc-4127",
    shareable: false,
  },
]);

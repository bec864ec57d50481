import { component, mara, part, priya, tomas } from "./describe.ts";
import { connectionOf, operationOf, processOf } from "./xml.ts";

// Components that several packs carry or include.

export const erpConnection = part("connector-settings", "ERP Connection", "Common/Connections", {
  1: {
    by: mara,
    at: "2026-01-08T08:20:00Z",
    object: connectionOf("erp", {
      url: "https://erp.example.com/api",
      user: "integration",
      timeout: "30000",
    }),
  },
  2: {
    by: priya,
    at: "2026-09-29T12:41:00Z",
    object: connectionOf("erp", {
      url: "https://erp.example.com/api/v2",
      user: "integration",
      timeout: "60000",
    }),
  },
});

const alertMail = part("connector-action", "Send Alert Mail", "Common/Operations", {
  1: {
    by: mara,
    at: "2026-01-08T09:02:00Z",
    object: operationOf("mail", "SEND", "Message"),
  },
  2: {
    by: tomas,
    at: "2026-03-10T15:37:00Z",
    object: operationOf("mail", "SEND", "Message", "attachDocument"),
  },
});

export const handleErrors = component("process", "Handle Errors", "Common", [
  {
    version: "1.0",
    revision: 2,
    at: "2026-01-15T10:00:00Z",
    by: mara,
    notes: "Tells the operators by e-mail when a document fails.",
    object: processOf("catcherrors: Catch", "message: Compose Alert", "connectoraction: Send Alert Mail"),
    includes: [[alertMail, 1]],
    deployed: [
      ["Test", "2026-01-15T10:12:00Z", mara],
      ["Production", "2026-02-16T07:05:00Z", mara],
    ],
  },
  {
    version: "hotfix-7",
    revision: 3,
    at: "2026-03-11T16:22:00Z",
    by: tomas,
    notes: "Attaches the failed document to the alert.",
    object: processOf(
      "catcherrors: Catch",
      "documentproperties: Keep Document",
      "message: Compose Alert",
      "connectoraction: Send Alert Mail",
    ),
    includes: [[alertMail, 2]],
    deployed: [
      ["Test", "2026-03-11T16:30:00Z", tomas],
      ["Production", "2026-03-23T06:45:00Z", tomas, "Hotfix for INC-3902."],
    ],
  },
  {
    version: "1.1",
    revision: 5,
    at: "2026-06-03T13:50:00Z",
    by: priya,
    notes: "Retries a failed document three times. Withdrawn: a retry loses the document.",
    includes: [[alertMail, 2]],
    deleted: true,
  },
]);

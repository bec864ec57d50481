import { erpConnection, handleErrors } from "./common.ts";
import { component, mara, pack, part, priya, tomas } from "./describe.ts";
import { apiOf, jsonProfileOf, mapOf, processOf } from "./xml.ts";

// A pack with nothing to release: all newer versions are deleted or not shareable.

const folder = "Customer Onboarding";

const customer = part("profile.json", "Customer", folder, {
  2: {
    by: priya,
    at: "2026-03-02T09:40:00Z",
    object: jsonProfileOf("customerId", "name", "email", "address", "country"),
  },
  5: {
    by: priya,
    at: "2026-09-21T13:02:00Z",
    object: jsonProfileOf(
      "customerId",
      "name",
      "email",
      "phone",
      "address",
      "country",
      "consentGiven boolean",
    ),
  },
});

const accountMap = part("transform.map", "Customer to ERP Account", folder, {
  1: {
    by: priya,
    at: "2026-03-02T10:15:00Z",
    object: mapOf(
      "Customer",
      "ERP Account",
      "customerId > externalId",
      "name > companyName",
      "email > email",
    ),
  },
  3: {
    by: tomas,
    at: "2026-09-22T08:55:00Z",
    object: mapOf(
      "Customer",
      "ERP Account",
      "customerId > externalId",
      "name > companyName",
      "email > email",
      "phone > phone",
      "consentGiven > marketingOptIn",
    ),
  },
});

const registerCustomer = component("process", "Register Customer", folder, [
  {
    version: "1.0",
    revision: 3,
    at: "2026-03-16T10:30:00Z",
    by: priya,
    notes: "Creates the account of a new customer in the ERP.",
    object: processOf("map: Customer to ERP Account", "connectoraction: ERP Create Account"),
    includes: [
      [accountMap, 1],
      [customer, 2],
      [erpConnection, 1],
    ],
    deployed: [
      ["Test", "2026-03-16T10:45:00Z", priya],
      ["Production", "2026-03-30T06:30:00Z", priya],
    ],
  },
  {
    version: "1.1",
    revision: 6,
    at: "2026-09-23T11:25:00Z",
    by: tomas,
    notes: "Looks for a duplicate first. Maps the phone number and the consent to marketing.",
    object: processOf(
      "connectoraction: ERP Find Account",
      "decision: No Duplicate",
      "map: Customer to ERP Account",
      "connectoraction: ERP Create Account",
    ),
    includes: [
      [accountMap, 3],
      [customer, 5],
      [erpConnection, 1],
    ],
    deployed: [
      ["Test", "2026-09-23T11:40:00Z", tomas],
      ["Production", "2026-10-05T06:30:00Z", tomas],
    ],
  },
  {
    version: "2.0-beta",
    revision: 9,
    at: "2026-11-12T15:15:00Z",
    by: mara,
    notes: "Credit check through the new service. In trial with one subsidiary.",
    includes: [
      [accountMap, 3],
      [customer, 5],
      [erpConnection, 2],
    ],
    deployed: [["Test", "2026-11-12T15:30:00Z", mara]],
    branch: "credit-check",
    shareable: false,
  },
]);

const customerApi = component("webservice", "Customer API", `${folder}/API`, [
  {
    version: "1.0",
    revision: 2,
    at: "2026-06-09T09:09:00Z",
    by: priya,
    notes: "Registers a customer from the partner's own forms.",
    object: apiOf("/customers/v1", "POST /customers Register Customer"),
    includes: [[customer, 2]],
    deployed: [["Production", "2026-06-22T06:30:00Z", priya]],
  },
  {
    version: "1.1",
    revision: 4,
    at: "2026-09-24T08:12:00Z",
    by: priya,
    notes: "Lets a partner read and correct what it registered.",
    object: apiOf(
      "/customers/v1",
      "POST /customers Register Customer",
      "GET /customers/{customerId} Read Customer",
      "PUT /customers/{customerId} Update Customer",
    ),
    includes: [[customer, 5]],
    deployed: [
      ["Test", "2026-09-24T08:30:00Z", priya],
      ["Production", "2026-10-05T06:30:00Z", tomas],
    ],
  },
]);

export const customerOnboardingComponents = [registerCustomer, customerApi];

export const customerOnboarding = pack({
  name: "Customer Onboarding",
  description: "Registers new customers in the ERP, from the web shop and through an API for partners.",
  installationType: "SINGLE",
  deploymentModel: "packaged",
  carries: [[registerCustomer], [customerApi], [handleErrors]],
  releases: [
    [
      "2026-03-30T07:00:00Z",
      priya,
      new Map([
        [registerCustomer, "1.0"],
        [handleErrors, "hotfix-7"],
      ]),
    ],
    [
      "2026-06-22T06:55:00Z",
      priya,
      new Map([
        [registerCustomer, "1.0"],
        [customerApi, "1.0"],
        [handleErrors, "hotfix-7"],
      ]),
    ],
    [
      "2026-10-05T07:20:00Z",
      tomas,
      new Map([
        [registerCustomer, "1.1"],
        [customerApi, "1.1"],
        [handleErrors, "hotfix-7"],
      ]),
    ],
  ],
});

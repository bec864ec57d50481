import { component, mara, pack, part, priya } from "./describe.ts";
import { connectionOf, mapOf, processOf } from "./xml.ts";

// A pack with a component that is marked Deleted, which the next release removes. The others have no changes.

const folder = "Employee Lifecycle";

const directory = part("connector-settings", "Directory Connection", `${folder}/Connections`, {
  1: {
    by: mara,
    at: "2026-02-02T08:30:00Z",
    object: connectionOf("ldap", { host: "directory.example.com", port: "636", user: "cn=integration" }),
  },
});

const employeeMap = part("transform.map", "Employee to Directory User", folder, {
  2: {
    by: mara,
    at: "2026-02-09T10:10:00Z",
    object: mapOf("Employee", "Directory User", "number > employeeNumber", "name > cn", "team > ou"),
  },
  3: {
    by: priya,
    at: "2026-06-17T09:48:00Z",
    object: mapOf(
      "Employee",
      "Directory User",
      "number > employeeNumber",
      "name > cn",
      "preferredName > displayName",
      "team > ou",
    ),
  },
});

const hireEmployee = component("process", "Hire Employee", folder, [
  {
    version: "2026.02",
    revision: 5,
    at: "2026-02-10T11:11:00Z",
    by: mara,
    notes: "Creates the directory user on the first day.",
    object: processOf("map: Employee to Directory User", "connectoraction: Directory Add User"),
    includes: [
      [employeeMap, 2],
      [directory, 1],
    ],
    deployed: [["Production", "2026-03-02T07:00:00Z", mara]],
  },
  {
    version: "2026.06",
    revision: 7,
    at: "2026-06-18T14:00:00Z",
    by: priya,
    notes: "Shows people under the name they prefer.",
    object: processOf(
      "map: Employee to Directory User",
      "connectoraction: Directory Add User",
      "notify: Tell the Team",
    ),
    includes: [
      [employeeMap, 3],
      [directory, 1],
    ],
    deployed: [
      ["Test", "2026-06-18T14:10:00Z", priya],
      ["Production", "2026-07-06T06:30:00Z", priya],
    ],
  },
]);

const offboardEmployee = component("process", "Offboard Employee", folder, [
  {
    version: "2026.06",
    revision: 3,
    at: "2026-06-24T08:20:00Z",
    by: priya,
    notes: "Locks the directory user on the last day.",
    object: processOf("decision: Last Day Is Over", "connectoraction: Directory Lock User"),
    includes: [[directory, 1]],
    deployed: [["Production", "2026-07-06T06:30:00Z", priya]],
  },
  {
    version: "2026.09",
    revision: 4,
    at: "2026-09-10T12:35:00Z",
    by: mara,
    notes: "Also hands the files over to the manager.",
    object: processOf(
      "decision: Last Day Is Over",
      "connectoraction: Directory Lock User",
      "processcall: Hand Over Files",
    ),
    includes: [[directory, 1]],
    deployed: [
      ["Test", "2026-09-10T12:50:00Z", mara],
      ["Production", "2026-09-21T06:30:00Z", mara],
    ],
  },
]);

const exportRoster = component("process", "Export Roster Nightly", folder, [
  {
    version: "1.0",
    revision: 2,
    at: "2026-02-12T15:55:00Z",
    by: mara,
    notes: "Writes the roster as a CSV file for the old intranet.",
    object: processOf("connectoraction: HR Query Employees", "connectoraction: Write CSV File"),
    includes: [],
    deployed: [["Production", "2026-03-02T07:00:00Z", mara, "Until the old intranet is gone."]],
  },
]);

export const employeeLifecycleComponents = [hireEmployee, offboardEmployee, exportRoster];

export const employeeLifecycle = pack({
  name: "Employee Lifecycle",
  description: "From the first day to the last: directory users follow what the HR system says.",
  installationType: "MULTI",
  deploymentModel: "packaged",
  carries: [[hireEmployee], [offboardEmployee], [exportRoster, { deleted: true }]],
  releases: [
    [
      "2026-03-02T07:25:00Z",
      mara,
      new Map([
        [hireEmployee, "2026.02"],
        [exportRoster, "1.0"],
      ]),
    ],
    [
      "2026-07-06T06:50:00Z",
      priya,
      new Map([
        [hireEmployee, "2026.06"],
        [offboardEmployee, "2026.06"],
        [exportRoster, "1.0"],
      ]),
    ],
    [
      "2026-09-21T08:01:00Z",
      mara,
      new Map([
        [hireEmployee, "2026.06"],
        [offboardEmployee, "2026.09"],
        [exportRoster, "1.0"],
      ]),
    ],
  ],
});

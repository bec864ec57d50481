// npm run team: starts a PostgreSQL server, a stand-in of the Boomi Platform with the sample packs, and two editors that share
// records and account, and prints what to try.
import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { canInstallPostgres } from "./install/installPostgres.ts";
import { editorUrl } from "./editor/address.ts";
import { checkout, temporaryFolder } from "./editor/editor.ts";
import { startServer } from "./editor/server.ts";
import { owner, PostgresServer } from "./postgres/postgresServer.ts";
import { samples } from "./samples/samples.ts";
import { UserError } from "./userError.ts";
import { PlatformStandIn } from "../test/support/platform/standIn/platformStandIn.ts";

if (!canInstallPostgres()) {
  throw new UserError(`There is no PostgreSQL to install for ${process.platform} on ${process.arch}.`);
}
execFileSync(process.execPath, ["esbuild.js"], { cwd: checkout, stdio: "inherit" });
const password = randomUUID();
const database = await PostgresServer.start({ password });
const platform = await PlatformStandIn.start(samples);
const records = `postgres://${owner}@127.0.0.1:${database.port}/postgres?sslmode=disable`;
const settings = {
  "integrationPacks.backend": "platform",
  "integrationPacks.platform.baseUrl": platform.baseUrl,
  "integrationPacks.platform.accountId": platform.access.accountId,
  "integrationPacks.platform.records": records,
  "integrationPacks.platform.scheduleWith": "workspace",
};
const [first, second] = await Promise.all([startEditor("first"), startEditor("second")]);
console.log(`
Two editors share the account ${platform.access.accountId} and its records. Open each in a browser:

  ${first}
  ${second}

In each, run "Integration Packs: Sign In to Boomi…".
  User name: ${platform.access.email}
  API token: ${platform.access.token}

Then try this:
  1. Schedule a pack in one editor. The other one shows it, and can change or cancel it.
  2. Release the same pack in both at the same time. One releases it; the other says that a release is under way.
  3. Show the release history in both: each has the releases of the other one.
  4. Close an editor. What it scheduled is released by the other one at its date, or by the command line:

     PGPASSWORD=${password} BOOMI_ACCOUNT_ID=${platform.access.accountId} BOOMI_BASE_URL=${platform.baseUrl} \\
     BOOMI_USER=${platform.access.email} BOOMI_TOKEN=${platform.access.token} \\
     node dist/cli/integration-packs.js scheduler --platform --records '${records}'

  5. Look at the records: psql '${records}', with the password ${password}

Ctrl+C stops everything and discards all changes.`);

/** Starts an editor with a workspace of its own. Resolves to its address. */
async function startEditor(name: string): Promise<string> {
  const workspace = await temporaryFolder(`team-${name}`);
  const dataFolder = await temporaryFolder(`team-editor-${name}`);
  const snapshot = "samples.integration-packs.json";
  await cp(join(checkout, "media", snapshot), join(workspace, snapshot));
  const { port } = await startServer({
    version: "current",
    dataFolder,
    settings,
    asksForTrust: false,
    port: 0,
    clockOffsetSeconds: 0,
    env: { PGPASSWORD: password },
  });
  process.on("exit", () => {
    for (const folder of [workspace, dataFolder]) rmSync(folder, { recursive: true, force: true });
  });
  return editorUrl(port, { workspace, extension: checkout });
}

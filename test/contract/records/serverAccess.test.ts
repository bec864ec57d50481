import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RecordsAddress } from "../../../src/backend/platform/records/postgres/server/recordsAddress.ts";
import { openedRecords } from "../../support/postgres/openedRecords.ts";
import { rejectsWith } from "../../support/rejectsWith.ts";
import { selfSignedCertificate } from "../../support/selfSignedCertificate.ts";
import { asOwner, describeWithPostgres } from "../../support/postgres/postgresForTests.ts";
import { attempt, pack, sending } from "../../support/records/recordedRelease.ts";

const { key, cert } = selfSignedCertificate();

describeWithPostgres(
  "records on a PostgreSQL server",
  (get) => {
    const open = openedRecords();

    describe("for a role that does not own it", () => {
      const worker = { password: () => Promise.resolve("worker's") };
      const grants = `
      GRANT USAGE ON SCHEMA integration_packs TO worker;
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA integration_packs TO worker;
      REVOKE INSERT, UPDATE, DELETE ON integration_packs.format FROM worker`;
      before(async () => {
        await asOwner(await get().createDatabase(), (query) =>
          query("CREATE ROLE worker LOGIN PASSWORD 'worker''s'"),
        );
      });

      it("does everything with the rights of the documentation", async () => {
        const address = await get().createDatabase();
        await open(address).history();
        await asOwner(address, (query) => query(grants));
        const records = open({ ...address, user: "worker" }, worker);
        await records.claim([pack], "h1");
        const { attemptId } = await records.recordSending(attempt, sending);
        await records.recordReleased(attemptId, new Date(), false);
        assert.equal((await records.history()).length, 1);
      });

      it("does not set up an empty database, and names the role that lacks a right", async () => {
        const address = await get().createDatabase();
        const records = () => open({ ...address, user: "worker" }, worker);
        await rejectsWith(records().history(), "StoreUnavailable", /"worker" may not set it up/);
        await open(address).history();
        await asOwner(address, (query) => query(grants));
        await asOwner(address, (query) => query("REVOKE UPDATE ON integration_packs.pack FROM worker"));
        await rejectsWith(records().claim([pack], "h1"), "StoreUnavailable", /"worker" lacks a right.*pack/);
      });
    });

    describe("over TLS", () => {
      let folder: string;
      before(() => {
        folder = mkdtempSync(join(tmpdir(), "integration-packs-tls-"));
        writeFileSync(join(folder, "ca.crt"), cert);
        writeFileSync(join(folder, "other.crt"), selfSignedCertificate().cert);
      });
      after(() => rmSync(folder, { recursive: true, force: true }));
      const verified = async (more: Partial<RecordsAddress>) =>
        open({ ...(await get().createDatabase()), sslMode: "verify-full", ...more });

      it("opens with a certificate of the authority that the address names", async () => {
        const records = await verified({ sslRootCert: join(folder, "ca.crt") });
        assert.deepEqual(await records.history(), []);
      });

      it("refuses an unknown authority, and a certificate of another host", async () => {
        const unknown = await verified({ sslRootCert: join(folder, "other.crt") });
        await rejectsWith(unknown.history(), "StoreUnavailable", /certificate .* is not trusted/);
        await rejectsWith(
          (await verified({})).history(),
          "StoreUnavailable",
          /certificate .* is not trusted/,
        );
        const elsewhere = await verified({ host: "localhost", sslRootCert: join(folder, "ca.crt") });
        await rejectsWith(elsewhere.history(), "StoreUnavailable", /certificate .* is not trusted/);
      });
    });
  },
  { settings: ["ssl=on"], files: { "server.crt": cert, "server.key": key } },
);

import { PostgresReleaseRecords } from "../../../src/backend/platform/records/postgres/postgresReleaseRecords.ts";
import { describeWithPostgres, recordsServer } from "../../support/postgres/postgresForTests.ts";
import { installClock, setClock } from "../../support/postgres/shiftedClock.ts";
import { accountRecordsContract } from "./accountRecordsContract.ts";
import { planRecordsContract } from "./planRecordsContract.ts";
import { recordedOutcomesContract } from "./recordedOutcomesContract.ts";
import { recordsContract, type WithRecords } from "./recordsContract.ts";

describeWithPostgres("PostgreSQL", (get) => {
  const withRecords: WithRecords = async (test) => {
    const address = await get().createDatabase();
    await installClock(address);
    const opened: PostgresReleaseRecords[] = [];
    try {
      await test({
        // The clock of the program counts for nothing.
        open: (_, account = "account") => {
          const records = new PostgresReleaseRecords(recordsServer(address), account);
          opened.push(records);
          return Promise.resolve(records);
        },
        setClock: (now) => setClock(address, now),
      });
    } finally {
      for (const records of opened) records.dispose();
    }
  };

  recordsContract("PostgreSQL", withRecords);
  planRecordsContract("PostgreSQL", withRecords);
  accountRecordsContract("PostgreSQL", withRecords);
  recordedOutcomesContract("PostgreSQL", withRecords);
});

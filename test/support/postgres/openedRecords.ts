import { PostgresReleaseRecords } from "../../../src/backend/platform/records/postgres/postgresReleaseRecords.ts";
import type { RecordsAddress } from "../../../src/backend/platform/records/postgres/server/recordsAddress.ts";
import {
  RecordsServer,
  type RecordsServerOptions,
} from "../../../src/backend/platform/records/postgres/server/recordsServer.ts";
import { ownerPassword } from "./postgresForTests.ts";

/** Opens records on a server for a test. */
export type OpenServerRecords = (
  address: RecordsAddress,
  options?: Partial<RecordsServerOptions>,
) => PostgresReleaseRecords;

/** Opens records as the owner, who does not wait for a server that is away. They are closed after each test. */
export function openedRecords(): OpenServerRecords {
  const opened: PostgresReleaseRecords[] = [];
  afterEach(() => {
    for (const records of opened.splice(0)) records.dispose();
  });
  return (address, options = {}) => {
    const password = () => Promise.resolve(ownerPassword);
    const server = new RecordsServer({ address, password, patience: 0, ...options });
    const records = new PostgresReleaseRecords(server, "account");
    opened.push(records);
    return records;
  };
}

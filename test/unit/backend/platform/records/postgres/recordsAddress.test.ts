import assert from "node:assert/strict";
import {
  describeAddress,
  isRecordsAddress,
  parseRecordsAddress,
  passwordKey,
} from "../../../../../../src/backend/platform/records/postgres/server/recordsAddress.ts";
import { IntegrationPacksError } from "../../../../../../src/errors/errors.ts";

const whole = "postgres://worker@db.example.com:6432/packs?sslmode=verify-full&sslrootcert=/etc/ca.crt";

/** Addresses that are refused, with what the message says. */
const refused: readonly (readonly [text: string, message: RegExp])[] = [
  ["postgres://worker:hunter2@db.example.com/packs", /contains a password/],
  ["postgres://worker@db.example.com/packs?password=hunter2", /contains a password/],
  ["postgres://worker@db.example.com/packs?sslpassword=hunter2", /contains a password/],
  ["postgres://worker@db.example.com/packs?sslmode=require", /another sslmode than verify-full/],
  ["postgres://worker@db.example.com/packs?sslmode=prefer", /another sslmode than verify-full/],
  ["postgres://worker@db.example.com/packs?sslmode=disable", /travel in clear/],
  ["postgres://worker@127.0.0.1.example.com/packs?sslmode=disable", /travel in clear/],
  ["postgres://worker@db.example.com/packs?sslmode=verify-full&sslmode=disable", /cannot be read/],
  ["postgres://worker@db.example.com/packs?host=evil.example", /parameter "host"/],
  ["postgres://worker@db.example.com/packs?options=-c%20x", /parameter "options"/],
  ["postgres://worker@db.example.com/packs?sslrootcert=ca.crt", /not an absolute path/],
  ["postgres://db.example.com/packs", /cannot be read/],
  ["postgres://worker@db.example.com", /cannot be read/],
  ["postgres://worker@db.example.com/packs#hunter2", /cannot be read/],
  ["postgres://worker@db.example.com/%zz", /cannot be read/],
  ["postgres://worker@db.example.com:port/packs", /cannot be read/],
  ["mysql://worker@db.example.com/packs", /cannot be read/],
];

describe("the address of shared records", () => {
  it("names server, database, role and certificates", () => {
    assert.deepEqual(parseRecordsAddress(` ${whole} `), {
      user: "worker",
      host: "db.example.com",
      port: 6432,
      database: "packs",
      sslMode: "verify-full",
      sslRootCert: "/etc/ca.crt",
    });
    assert.equal(describeAddress(parseRecordsAddress(whole)), "worker@db.example.com:6432/packs");
    const byNumber = parseRecordsAddress("postgres://worker@[::1]:6432/packs");
    assert.deepEqual([byNumber.host, describeAddress(byNumber)], ["::1", "worker@[::1]:6432/packs"]);
  });

  it("verifies TLS by default, and does without it on this computer alone", () => {
    const { sslMode, port } = parseRecordsAddress("postgresql://worker@db.example.com/packs");
    assert.deepEqual([sslMode, port], ["verify-full", 5432]);
    for (const host of ["localhost", "127.0.0.1", "[::1]"]) {
      assert.equal(parseRecordsAddress(`postgres://w@${host}/p?sslmode=disable`).sslMode, "disable");
    }
    const { host } = parseRecordsAddress("postgres://w@[::1]/p?sslmode=disable");
    assert.equal(host, "::1");
  });

  it("reads characters that an address writes as escapes", () => {
    const { user, database } = parseRecordsAddress("postgres://team%40acme@db.example.com/a%2Fb");
    assert.deepEqual([user, database], ["team@acme", "a/b"]);
  });

  for (const [text, message] of refused) {
    it(`is refused without being quoted: ${text.replace("hunter2", "…")}`, () => {
      assert.throws(
        () => parseRecordsAddress(text),
        (error) =>
          error instanceof IntegrationPacksError &&
          error.code === "InvalidRequest" &&
          message.test(error.message) &&
          !error.message.includes("hunter2"),
      );
    });
  }

  it("differs from the path of a file", () => {
    assert.ok(isRecordsAddress("POSTGRES://w@h/p"));
    assert.ok(!isRecordsAddress("/home/dev/postgres.db"));
  });

  it("has a password of its own for each server, role, and way to trust the server", () => {
    const addresses = [
      whole,
      whole.replace("worker", "owner"),
      whole.replace("db.", "other."),
      whole.replace("6432", "5432"),
      whole.replace("/packs", "/more"),
      whole.replace("/etc/ca.crt", "/tmp/ca.crt"),
      whole.replace(/&sslrootcert=.*/, ""),
      "postgres://worker@localhost:6432/packs",
      "postgres://worker@localhost:6432/packs?sslmode=disable",
    ];
    const keys = addresses.map((text) => passwordKey(parseRecordsAddress(text)));
    assert.equal(new Set(keys).size, addresses.length);
  });
});

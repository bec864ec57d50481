import assert from "node:assert/strict";
import { formatSnapshot } from "../../../../src/model/snapshot/formatSnapshot.ts";
import { parseSnapshot } from "../../../../src/model/snapshot/parseSnapshot.ts";
import { refusedAt } from "../../../support/snapshot/storeWith.ts";
import { ids, store } from "../../../support/fixtures/store.ts";
import { throwsWith } from "../../../support/rejectsWith.ts";

describe("the text of a snapshot", () => {
  it("can be read after it was written, with or without a byte order mark", () => {
    assert.deepEqual(parseSnapshot(formatSnapshot(store())), store());
    assert.deepEqual(parseSnapshot(`\uFEFF${formatSnapshot(store())}`), store());
  });

  it("may have the `$schema` key for editors", () => {
    const document = { $schema: "./snapshot.schema.json", ...store() };
    assert.deepEqual(parseSnapshot(document), document);
  });

  it("is refused if it is not JSON, with the position of the fault", () => {
    refusedAt(() => parseSnapshot('{ "formatVersion": 1,'), "$", /not valid JSON \(.*position/);
    for (const document of ["", "null", "[]", '"text"', "1"]) {
      throwsWith(() => parseSnapshot(document), "InvalidRequest");
    }
  });

  it("is refused for a newer format alone, whatever else it contains", () => {
    refusedAt(
      () => parseSnapshot({ formatVersion: 2, news: true }),
      "formatVersion",
      /newer format 2; update/,
    );
  });

  it("is refused with keys that would reach the prototype of an object", () => {
    for (const key of ["__proto__", "constructor", "toString"]) {
      const text = formatSnapshot(store()).replace(
        '"formatVersion": 1,',
        `"formatVersion": 1, "${key}": {},`,
      );
      refusedAt(() => parseSnapshot(text), key, /no such key/);
    }
    const text = formatSnapshot(store()).replaceAll(`"${ids.createOrder}": "1.0"`, '"__proto__": "1.0"');
    throwsWith(() => parseSnapshot(text), "InvalidRequest", /versions\.__proto__/, /no component/);
  });

  it("is refused with a key that is used twice, as its reader and its importer would see different values", () => {
    const text = formatSnapshot(store()).replace('"formatVersion": 1,', '"formatVersion": 1, "packs": [],');
    refusedAt(() => parseSnapshot(text), "packs", /used twice/);
    const versions = formatSnapshot(store()).replace(
      `"${ids.createOrder}": "1.1"`,
      `"${ids.createOrder}": "1.0", "${ids.createOrder}": "1.1"`,
    );
    refusedAt(
      () => parseSnapshot(versions),
      `packs[3].releases[1].versions.${ids.createOrder}`,
      /used twice/,
    );
  });

  it("may be nested to any depth, whether that is refused or is text", () => {
    const deep = `${"[".repeat(200_000)}${"]".repeat(200_000)}`;
    const at = (key: string) =>
      formatSnapshot(store()).replace('"formatVersion": 1,', `"formatVersion": 1, ${key}: ${deep},`);
    refusedAt(() => parseSnapshot(at('"more"')), "more", /no such key/);
    for (const key of ["packs", "components", "installations"]) {
      const text = formatSnapshot(store()).replace(new RegExp(`"${key}": \\[`), `"${key}": [${deep},`);
      throwsWith(() => parseSnapshot(text), "InvalidRequest", new RegExp(key));
    }
    const notes = formatSnapshot(store()).replace(/"notes": "[^"]*"/, `"notes": "${deep}"`);
    assert.ok(formatSnapshot(parseSnapshot(notes)).includes(deep));
  });

  it("is refused with numbers that cannot be stored exactly", () => {
    for (const number of ["1e400", "-1e400", "9007199254740993", "1e308", "0.5", "-1"]) {
      const text = formatSnapshot(store()).replace(
        /"componentVersion": \d+/,
        `"componentVersion": ${number}`,
      );
      throwsWith(() => parseSnapshot(text), "InvalidRequest", /componentVersion/, /whole number|negative/);
    }
  });
});

// npm run script scripts/makeFormatFixtures.ts [store] [records]: writes the fixtures of the formats of today into test/fixtures/formats.
// Run it for a new format only: those of earlier formats were written by the programs of their time.
import { writeRecordsFixture } from "../test/support/formats/writeRecordsFixture.ts";
import { writeStoreFixture } from "../test/support/formats/writeStoreFixture.ts";

const kinds = process.argv.slice(2);
if (kinds.includes("store")) await writeStoreFixture();
if (kinds.includes("records")) await writeRecordsFixture();

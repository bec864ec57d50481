// Writes media/samples.integration-packs.json from its description in scripts/samples. A test checks that the file is current.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { format, resolveConfig } from "prettier";
import { samples } from "./samples/samples.ts";

const file = fileURLToPath(new URL("../media/samples.integration-packs.json", import.meta.url));
const text = await format(JSON.stringify(samples), { ...(await resolveConfig(file)), filepath: file });
writeFileSync(file, text);
console.log(`Wrote ${file}: ${samples.packs.length} packs, ${Buffer.byteLength(text)} bytes`);

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { checkout } from "../editor/editor.ts";

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

/**
 * Finds commands that the manifest contributes but the code does not register, and the reverse. The code registers the table
 * of src/commands/commands.ts, which the compiler checks against `CommandId`. A test in the extension host checks the
 * registration itself.
 */
export async function commandDifferences(): Promise<string[]> {
  const manifest = JSON.parse(await readFile(join(checkout, "package.json"), "utf8")) as Manifest;
  const contributed = manifest.contributes.commands.map(({ command }) => command);
  const table = await readFile(join(checkout, "src/commands/commands.ts"), "utf8");
  const registered = [...table.matchAll(/^ {2}"(integrationPacks\.\w+)":/gm)].map(([, id = ""]) => id);
  if (registered.length === 0) return ["no command found in src/commands/commands.ts"];
  return [
    ...contributed
      .filter((id) => !registered.includes(id))
      .map((id) => `${id} is contributed but not registered`),
    ...registered
      .filter((id) => !contributed.includes(id))
      .map((id) => `${id} is registered but not contributed`),
    ...contributed
      .filter((id, index) => contributed.indexOf(id) !== index)
      .map((id) => `${id} is contributed twice`),
  ];
}

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { inputJsonSchema } from "../../../../src/agents/tools/toolJsonSchemas.ts";
import { tools } from "../../../../src/agents/tools/tools.ts";
import { requestRelease } from "../../../../src/agents/vscode/requestRelease.ts";
import { toolNameOf, toolPrefix } from "../../../../src/agents/vscode/toolId.ts";

interface ContributedTool {
  readonly name: string;
  readonly displayName: string;
  readonly userDescription: string;
  readonly modelDescription: string;
  readonly toolReferenceName: string;
  readonly inputSchema: unknown;
}

const read = (file: string) => readFileSync(new URL(`../../../../${file}`, import.meta.url), "utf8");

describe("contributes.languageModelTools", () => {
  const { contributes } = JSON.parse(read("package.json")) as {
    contributes: { languageModelTools: readonly ContributedTool[] };
  };
  const texts = JSON.parse(read("package.nls.json")) as Record<string, string>;
  const served = [...Object.values(tools), requestRelease];

  it("has exactly the tools of the table, with their texts and the schema of their input", () => {
    assert.deepEqual(
      contributes.languageModelTools.map(({ name, modelDescription, inputSchema }) => ({
        name,
        modelDescription,
        inputSchema,
      })),
      served.map((tool) => ({
        name: `${toolPrefix}${tool.name}`,
        modelDescription: tool.description,
        inputSchema: inputJsonSchema(tool),
      })),
    );
  });

  it("shows people the titles of the tools", () => {
    for (const { name, displayName, userDescription, toolReferenceName } of contributes.languageModelTools) {
      const tool = served.find((each) => each.name === toolNameOf(name));
      assert.equal(displayName, `%tool.${toolNameOf(name)}%`);
      assert.equal(texts[displayName.slice(1, -1)], tool?.title);
      assert.equal(userDescription, `%tool.${toolNameOf(name)}.description%`);
      assert.equal(toolReferenceName, name);
    }
  });
});

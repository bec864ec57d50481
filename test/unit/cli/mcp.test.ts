import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { inputJsonSchema, outputJsonSchema } from "../../../src/agents/tools/toolJsonSchemas.ts";
import { toolNames, type ToolName } from "../../../src/agents/tools/tool.ts";
import { tools } from "../../../src/agents/tools/tools.ts";
import { toolServices } from "../../support/agents/toolServices.ts";
import { hostileText } from "../../support/fixtures/hostileText.ts";
import { ids, store } from "../../support/fixtures/store.ts";
import { changes, withPlatform } from "../../support/platform/withPlatform.ts";
import { LocalStores } from "../../support/store/localStores.ts";
import { itOnPosix } from "../../support/mocha/itOnPosix.ts";

const program = join(import.meta.dirname, "../../../src/cli/main.ts");

type Environment = Readonly<Record<string, string>>;

/** Runs a test with a client of the official SDK, connected to the program. */
async function withClient(
  commandArguments: readonly string[],
  test: (client: Client, transport: StdioClientTransport) => Promise<void>,
  environment: Environment = {},
): Promise<void> {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [program, "mcp", ...commandArguments],
    env: { PATH: process.env["PATH"] ?? "", ...environment },
    stderr: "pipe",
  });
  const client = new Client({ name: "test", version: "1" });
  await client.connect(transport);
  try {
    await test(client, transport);
  } finally {
    await client.close();
  }
}

/** Starts the program without a client. `ended` resolves to its exit code. */
function start(...commandArguments: readonly string[]) {
  const child = spawn(process.execPath, [program, "mcp", ...commandArguments], {
    env: { PATH: process.env["PATH"] ?? "" },
  });
  let output = "";
  let errorOutput = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (errorOutput += text));
  child.stdin.on("error", () => undefined);
  const ended = once(child, "close").then(([code]) => Number(code));
  return { child, ended, output: () => output, errorOutput: () => errorOutput };
}

const initialize = JSON.stringify({
  jsonrpc: "2.0",
  id: 1,
  method: "initialize",
  params: { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "raw", version: "1" } },
});

/** An input for each tool, on the store of the fixtures. */
async function inputs(client: Client): Promise<Readonly<Record<ToolName, Record<string, unknown>>>> {
  const draft = await client.callTool({ name: "draft_plan", arguments: { packIds: [ids.orderToCash] } });
  return {
    list_packs: {},
    show_pack: { packId: ids.orderToCash },
    pack_history: { packId: ids.orderToCash },
    compare_versions: { componentId: ids.createOrder, from: "1.0", to: "1.1", includedComponentId: "c-map" },
    list_installations: {},
    check_plan: { plan: planOf(draft.structuredContent) },
    draft_plan: { all: true, name: "All" },
  };
}

/** An answer as JSON, without the time of reading. */
function undated(answer: unknown): unknown {
  return JSON.parse(JSON.stringify(answer, (key, value: unknown) => (key === "readAt" ? undefined : value)));
}

/** The plan in an answer of `draft_plan`. */
function planOf(answer: unknown): unknown {
  return typeof answer === "object" && answer !== null ? Reflect.get(answer, "plan") : undefined;
}

describe("integration-packs mcp", function () {
  this.timeout(60_000);
  const stores = new LocalStores();
  let before: string;
  const content = async () => JSON.stringify(await (await stores.open()).snapshots.export());

  beforeEach(async () => {
    await stores.openWith(store());
    before = await content();
  });

  afterEach("nothing was changed", async () => assert.equal(await content(), before));

  after(() => stores.dispose());

  it("lists the tools that read, with the schemas of their inputs and answers, and no other", async () => {
    await withClient(["--store", stores.file], async (client) => {
      const { tools: listed } = await client.listTools();
      assert.deepEqual(
        listed.map(({ name, description, annotations }) => [name, description, annotations?.readOnlyHint]),
        Object.values(tools).map(({ name, description }) => [name, description, true]),
      );
      for (const { name, inputSchema, outputSchema } of listed) {
        const tool = tools[toolNames.find((each) => each === name) ?? assert.fail()];
        const { $schema: _, ...input } = inputSchema;
        assert.deepEqual(input, inputJsonSchema(tool));
        assert.ok(outputSchema, name);
        const { $schema: __, ...output } = outputSchema;
        assert.deepEqual(output, outputJsonSchema(tool));
      }
      assert.match(client.getInstructions() ?? "", /never follow instructions/);
    });
  });

  it("answers every tool as the tool itself does", async () => {
    const services = { ...toolServices(await stores.open()), timeZone: () => undefined };
    await withClient(["--store", stores.file], async (client) => {
      // The client of the SDK then compares each answer with the schema.
      await client.listTools();
      for (const [name, input] of Object.entries(await inputs(client))) {
        const answer = await client.callTool({ name, arguments: input });
        const tool = tools[toolNames.find((each) => each === name) ?? assert.fail()];
        assert.notEqual(answer.isError, true, JSON.stringify(answer.content));
        assert.deepEqual(undated(answer.structuredContent), undated(await tool.call(services, input)));
        const [notice, json] = answer.content;
        assert.ok(notice?.type === "text" && json?.type === "text");
        assert.match(notice.text, /data from Integration Packs/);
        assert.deepEqual(JSON.parse(json.text), answer.structuredContent);
      }
    });
  });

  it("answers every tool on the platform, and sends nothing that changes something", () =>
    withPlatform(async ({ platform }) => {
      const { accountId, email, token } = platform.access;
      const environment = {
        BOOMI_BASE_URL: platform.baseUrl,
        BOOMI_ACCOUNT_ID: accountId,
        BOOMI_USER: email,
        BOOMI_TOKEN: token,
        INTEGRATION_PACKS_RECORDS: join(stores.folder, "records.db"),
      };
      await withClient(
        ["--platform"],
        async (client) => {
          await client.listTools();
          for (const [name, input] of Object.entries(await inputs(client))) {
            const { isError, content: parts } = await client.callTool({ name, arguments: input });
            assert.notEqual(isError, true, `${name}: ${JSON.stringify(parts)}`);
            assert.ok(!JSON.stringify(parts).includes(token));
          }
        },
        environment,
      );
      assert.deepEqual(changes(platform), []);
    }));

  it("cannot release anything", async () => {
    await withClient(["--store", stores.file], async (client) => {
      const draft = await client.callTool({ name: "draft_plan", arguments: { all: true } });
      const plan = planOf(draft.structuredContent);
      assert.ok(plan);
      const names = ["release", "request_release", "integrationPacks_requestRelease", "apply_plan", "apply"];
      for (const name of names) {
        const called = client.callTool({ name, arguments: { plan, packId: ids.orderToCash } });
        await assert.rejects(
          called.then((answer) => assert.notEqual(answer.isError, true)),
          /./,
        );
      }
      for (const name of toolNames) {
        const answer = await client.callTool({ name, arguments: { apply: true, confirmed: true } });
        assert.equal(answer.isError, true);
      }
    });
  });

  it("says in an error what to do next", async () => {
    await withClient(["--store", stores.file], async (client) => {
      const { isError, content: parts } = await client.callTool({
        name: "show_pack",
        arguments: { packId: hostileText },
      });
      assert.equal(isError, true);
      const [part] = parts;
      assert.ok(part?.type === "text");
      const failure = JSON.parse(part.text) as Record<string, unknown>;
      assert.equal(failure["code"], "NotFound");
      assert.match(String(failure["next"]), /list_packs/);
    });
  });

  it("refuses huge arguments at once, and goes on", async () => {
    await withClient(["--store", stores.file], async (client) => {
      const huge = "x".repeat(5_000_000);
      for (const [name, input] of [
        ["show_pack", { packId: huge }],
        ["draft_plan", { packIds: Array.from({ length: 200_000 }, (_, at) => `p-${at}`) }],
        ["check_plan", { plan: { planVersion: 1, target: { backend: "local" }, packs: [{ name: huge }] } }],
        ["check_plan", { plan: JSON.parse(`{"packs":${"[".repeat(1_000)}${"]".repeat(1_000)}}`) as unknown }],
      ] as const) {
        const answer = await client.callTool({ name, arguments: input });
        assert.equal(answer.isError, true, name);
        assert.ok(JSON.stringify(answer).length < 10_000, name);
      }
      assert.notEqual((await client.callTool({ name: "list_packs", arguments: {} })).isError, true);
    });
  });

  it("ignores garbage, and answers what comes after it", async () => {
    const { child, ended, output } = start("--store", stores.file);
    const answered = once(child.stdout, "data");
    const garbage = ["", "not JSON", "[]", "null", "{}", '{"jsonrpc":"1.0"}', '{"jsonrpc":"2.0","id":{}}'];
    child.stdin.write(
      `${[...garbage, hostileText, "\u0000\uFFFF", "[".repeat(1_000_000), initialize].join("\n")}\n`,
    );
    await answered;
    const answers = output()
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    assert.ok(
      answers.some(({ id, result }) => id === 1 && result !== undefined),
      output(),
    );
    child.stdin.end();
    assert.equal(await ended, 0);
  });

  it("ends with an explanation after a message without an end", async () => {
    const { child, ended, errorOutput } = start("--store", stores.file);
    child.stdin.write(`${initialize}\n${"x".repeat(11_000_000)}`);
    assert.equal(await ended, 1);
    assert.match(errorOutput(), /connection to the client was closed/);
  });

  it("ends when the client disconnects, also during a call", async () => {
    const { child, ended } = start("--store", stores.file);
    const call = {
      jsonrpc: "2.0",
      id: 2,
      method: "tools/call",
      params: { name: "list_packs", arguments: {} },
    };
    child.stdin.write(`${initialize}\n${JSON.stringify(call)}\n`);
    child.stdout.destroy();
    child.stdin.end();
    assert.equal(await ended, 0);
  });

  itOnPosix("ends at a signal", async () => {
    const { child, ended } = start("--store", stores.file);
    child.stdin.write(`${initialize}\n`);
    await once(child.stdout, "data");
    child.kill("SIGTERM");
    assert.equal(await ended, 143);
  });

  it("ends at once, with the exit code of wrong usage, where it is not said which packs", async () => {
    const { ended, output, errorOutput } = start();
    assert.equal(await ended, 2);
    assert.equal(output(), "");
    assert.match(errorOutput(), /--store FILE/);
  });

  it("opens a store that was missing once it is there", async () => {
    const other = join(stores.folder, "later.db");
    await withClient(["--store", other], async (client) => {
      const missing = await client.callTool({ name: "list_packs", arguments: {} });
      assert.equal(missing.isError, true);
      await stores.openWith(store(), { file: other });
      const found = await client.callTool({ name: "list_packs", arguments: {} });
      assert.notEqual(found.isError, true, JSON.stringify(found));
    });
  });
});

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkout } from "../../scripts/editor/editor.ts";
import { environmentOf } from "../support/cli/commandLineWorld.ts";
import { InstalledCli, runProgram, type EndedProgram } from "../support/cli/installedCli.ts";
import { codeBlocks, githubSteps, gitlabScript } from "../support/cli/shellSteps.ts";
import { schedulablePacks } from "../support/fixtures/schedulablePacks.ts";
import { PlatformStandIn } from "../support/platform/standIn/platformStandIn.ts";

const [github = "", gitlab = ""] = codeBlocks(readFileSync(join(checkout, "docs", "ci.md"), "utf8"), "yaml");
const plan = "plans/june.release-plan.json";

/** A repository with a release plan in its latest commit, in which the steps of a pipeline run. */
class Repository {
  readonly folder: string;
  readonly #environment: Record<string, string>;

  constructor(cli: InstalledCli, platform: PlatformStandIn, name: string) {
    this.folder = join(cli.folder, name);
    mkdirSync(join(this.folder, "plans"), { recursive: true });
    const archive = readdirSync(cli.folder).find((file) => file.endsWith(".tgz")) ?? "";
    const path = join(cli.folder, archive);
    const global = join(this.folder, "global");
    this.#environment = {
      ...environmentOf(platform),
      INTEGRATION_PACKS_RECORDS: join(cli.folder, `${name}.db`),
      PACKAGE_URL: `file://${path}`,
      PACKAGE_SHA256: createHash("sha256").update(readFileSync(path)).digest("hex"),
      // Installed globally, but into a folder of the test, and without a network.
      npm_config_prefix: global,
      npm_config_offline: "true",
      GIT_AUTHOR_NAME: "Dev",
      GIT_AUTHOR_EMAIL: "dev@example.com",
      GIT_COMMITTER_NAME: "Dev",
      GIT_COMMITTER_EMAIL: "dev@example.com",
      GIT_CONFIG_GLOBAL: "/dev/null",
      GITHUB_OUTPUT: join(this.folder, "output.txt"),
      GITHUB_STEP_SUMMARY: join(this.folder, "summary.md"),
      GLOBAL_BIN: join(global, "bin"),
    };
  }

  /** Runs a script as a runner does: it ends with the first command that fails. */
  run(script: string, environment: Readonly<Record<string, string>> = {}): Promise<EndedProgram> {
    const withPath = `export PATH="$GLOBAL_BIN:$PATH"\n${script}`;
    return runProgram("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", withPath], {
      folder: this.folder,
      environment: { ...this.#environment, ...environment },
    });
  }

  /** Runs a script that must end with the exit code. */
  async expect(exitCode: number, script: string, environment: Readonly<Record<string, string>> = {}) {
    const ended = await this.run(script, environment);
    assert.equal(ended.exitCode, exitCode, `${script}\n${ended.output}${ended.errorOutput}`);
    return ended;
  }

  /** Makes the commits: one without a plan, then one that adds it. Resolves to the id of the first. */
  async commitPlan(): Promise<string> {
    await this.expect(0, "git init --quiet && git commit --quiet --allow-empty --message Base");
    const { output } = await this.expect(0, "git rev-parse HEAD");
    await this.expect(
      0,
      `integration-packs plan --all --platform --name June --out ${plan} && git add ${plan} && git commit --quiet --message Plan`,
    );
    return output.trim();
  }

  /** The values in a file of lines such as `name=value`. */
  values(file: string): Record<string, string> {
    const lines = this.read(file).matchAll(/^([\w-]+)=(.*)$/gm);
    return Object.fromEntries([...lines].map(([, name = "", value = ""]) => [name, value]));
  }

  read(file: string): string {
    return readFileSync(join(this.folder, file), "utf8");
  }
}

describe("docs/ci.md", () => {
  let cli: InstalledCli;
  let platform: PlatformStandIn;

  before("make the package", async () => (cli = await InstalledCli.install()));
  after(() => cli.dispose());
  beforeEach(async () => (platform = await PlatformStandIn.start(schedulablePacks(2))));
  afterEach(() => platform.stop());

  function step(name: string): string {
    const script = githubSteps(github).get(name);
    assert.ok(script, `the workflow has no step ${name}`);
    return script;
  }

  const released = () =>
    [...platform.state.packs.values()].map(({ components }) =>
      components.map((each) => each.currentVersion).join(),
    );

  it("GitHub: the steps check the plan, pass its hash on, and apply it", async () => {
    const repository = new Repository(cli, platform, "github");
    await repository.expect(0, step("Install the command line"));
    const BASE = await repository.commitPlan();
    await repository.expect(0, step("Find the plan"), { BASE });
    const { plan: PLAN = "" } = repository.values("output.txt");
    assert.equal(PLAN, plan);
    await repository.expect(0, step("Check the plan"), { PLAN });
    assert.match(
      repository.read("summary.md"),
      /^# Release Plan: June\n[^]*\| Process 0 \| 1 \| 3 \| upgrade \|/,
    );
    const { "plan-hash": PLAN_HASH = "" } = repository.values("output.txt");
    assert.match(PLAN_HASH, /^sha256:[0-9a-f]{64}$/);
    assert.ok(repository.read("summary.md").includes(PLAN_HASH));

    await repository.expect(0, step("Apply the plan"), { PLAN, PLAN_HASH });
    assert.deepEqual(released(), ["3", "3"]);
    assert.match(repository.read("summary.md"), /\| Pack 1 \| released \|/);
    await repository.expect(0, step("Apply the plan"), { PLAN, PLAN_HASH });
    assert.equal(
      platform.log.filter(({ object, action }) => object === "ReleaseIntegrationPack" && action === "create")
        .length,
      2,
    );
  });

  it("GitHub: the steps refuse another hash, a plan that no longer fits, and two plans at a time", async () => {
    const repository = new Repository(cli, platform, "refusing");
    await repository.expect(0, step("Install the command line"));
    const BASE = await repository.commitPlan();
    const PLAN_HASH = `sha256:${"0".repeat(64)}`;
    await repository.expect(3, step("Apply the plan"), { PLAN: plan, PLAN_HASH });
    await repository.expect(0, `sed -i 's/"from": "1"/"from": "2"/' ${plan}`);
    await repository.expect(3, step("Check the plan"), { PLAN: plan });
    assert.match(repository.read("summary.md"), /The plan does not fit/);
    await repository.expect(
      0,
      `cp ${plan} plans/july.release-plan.json && git add . && git commit --quiet --message Two`,
    );
    const { errorOutput } = await repository.expect(2, step("Find the plan"), { BASE });
    assert.match(errorOutput, /one release plan at a time/);
    assert.deepEqual(released(), ["1", "1"]);
  });

  it("GitHub: the package is refused where its checksum is another one", async () => {
    const repository = new Repository(cli, platform, "checksum");
    const { exitCode } = await repository.run(step("Install the command line"), {
      PACKAGE_SHA256: "0".repeat(64),
    });
    assert.notEqual(exitCode, 0);
    assert.ok(!readdirSync(repository.folder).includes("global"));
  });

  it("GitLab: the scripts check the plan, pass its hash on, and apply it", async () => {
    const repository = new Repository(cli, platform, "gitlab");
    await repository.expect(0, gitlabScript(gitlab, ".release-plans", "before_script"));
    const CI_MERGE_REQUEST_DIFF_BASE_SHA = await repository.commitPlan();
    const check = gitlabScript(gitlab, "check", "script");
    const { output } = await repository.expect(0, check, { CI_MERGE_REQUEST_DIFF_BASE_SHA });
    assert.match(output, /^# Release Plan: June/m);
    // A pipeline of a branch has no merge request.
    await repository.expect(0, gitlabScript(gitlab, "check", "after_script"), { CI_MERGE_REQUEST_IID: "" });
    const variables = repository.values("plan.env");
    assert.equal(variables["PLAN"], plan);
    await repository.expect(0, gitlabScript(gitlab, "apply", "script"), variables);
    assert.deepEqual(released(), ["3", "3"]);
    rmSync(join(repository.folder, "plan.env"));
    writeFileSync(join(repository.folder, plan), "{}");
    await repository.expect(2, gitlabScript(gitlab, "apply", "script"), variables);
  });

  it("both name every variable that the table lists, and no secret outside an environment", () => {
    const table = readFileSync(join(checkout, "docs", "ci.md"), "utf8").matchAll(
      /^\| (\w[\w ]*?) +\| `(\w+)` /gm,
    );
    const names = [...table].map(([, , name = ""]) => name);
    assert.ok(names.length >= 7);
    for (const name of names) assert.ok(github.includes(name), `the workflow lacks ${name}`);
    const beforeJobs = github.slice(0, github.indexOf("\njobs:"));
    assert.doesNotMatch(beforeJobs, /secrets\./);
    for (const pipeline of [github, gitlab]) assert.doesNotMatch(pipeline, /npx /);
  });
});

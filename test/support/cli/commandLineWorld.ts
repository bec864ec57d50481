import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Backend } from "../../../src/backend/backend.ts";
import type { Snapshot } from "../../../src/model/snapshot/snapshot.ts";
import { now } from "../fixtures/store.ts";
import { PlatformBackends } from "../platform/platformBackends.ts";
import type { PlatformStandIn } from "../platform/standIn/platformStandIn.ts";
import { QuickTiming } from "../platform/scripted/quickTiming.ts";
import { LocalStores } from "../store/localStores.ts";
import { CommandLineCall, type CalledCommand, type CallOptions } from "./commandLine.ts";

/** A backend with a content, on which the command line is called and somebody else works, too. */
export class CommandLineWorld {
  readonly folder: string;
  /** Somebody else, with records of their own on the platform. */
  readonly colleague: Backend;
  /** Left out for the local store. */
  readonly platform?: PlatformStandIn;
  readonly #options: readonly string[];
  readonly #environment: Readonly<Record<string, string>>;
  readonly #dispose: () => Promise<void>;

  static async local(content: Snapshot): Promise<CommandLineWorld> {
    const stores = new LocalStores();
    const colleague = await stores.openWith(content);
    return new CommandLineWorld(stores.folder, colleague, ["--store", stores.file], {}, () => {
      stores.dispose();
      return Promise.resolve();
    });
  }

  static async onPlatform(content: Snapshot): Promise<CommandLineWorld> {
    const backends = await PlatformBackends.start(content);
    const { folder, platform } = backends;
    const colleague = await backends.open({ records: { file: join(folder, "colleague.db") } });
    const environment = environmentOf(platform);
    const options = ["--platform", "--records", join(folder, "cli.db")];
    return new CommandLineWorld(folder, colleague, options, environment, () => backends.dispose(), platform);
  }

  private constructor(
    folder: string,
    colleague: Backend,
    options: readonly string[],
    environment: Readonly<Record<string, string>>,
    dispose: () => Promise<void>,
    platform?: PlatformStandIn,
  ) {
    this.folder = folder;
    this.colleague = colleague;
    this.#options = options;
    this.#environment = environment;
    this.#dispose = dispose;
    if (platform) this.platform = platform;
  }

  /** Starts a command in the folder, at the current time of tests. Pauses on the platform pass at once. */
  start(commandArguments: readonly string[], options: CallOptions = {}): CommandLineCall {
    return new CommandLineCall([...commandArguments, ...this.#options], {
      environment: this.#environment,
      workingFolder: this.folder,
      clock: () => now,
      timing: new QuickTiming(),
      ...options,
    });
  }

  /** Calls a command and waits for its end. */
  call(...commandArguments: readonly string[]): Promise<CalledCommand> {
    return this.start(commandArguments).result;
  }

  /** Calls a command that ends with the exit code. Resolves to its standard output. */
  async expect(exitCode: number, ...commandArguments: readonly string[]): Promise<string> {
    const called = await this.call(...commandArguments);
    assert.equal(
      called.exitCode,
      exitCode,
      `${commandArguments.join(" ")}: ${called.errorOutput}${called.output}`,
    );
    return called.output;
  }

  /** Drafts a plan into the file. Resolves to its hash. */
  async draft(file: string, ...commandArguments: readonly string[]): Promise<string> {
    const output = await this.expect(0, "plan", ...commandArguments, "--out", file, "--format", "json");
    const written: unknown = JSON.parse(output);
    assert.ok(typeof written === "object" && written !== null && "planHash" in written);
    return String(written.planHash);
  }

  /** Changes the text of a file in the folder. */
  edit(file: string, change: (text: string) => string): void {
    const path = join(this.folder, file);
    writeFileSync(path, change(readFileSync(path, "utf8")));
  }

  dispose(): Promise<void> {
    return this.#dispose();
  }
}

/** The environment variables with which the command line signs in to the stand-in. */
export function environmentOf({ access, baseUrl }: PlatformStandIn): Record<string, string> {
  return {
    BOOMI_ACCOUNT_ID: access.accountId,
    BOOMI_USER: access.email,
    BOOMI_TOKEN: access.token,
    BOOMI_BASE_URL: baseUrl,
  };
}

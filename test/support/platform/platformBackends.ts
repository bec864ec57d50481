import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PlatformOptions } from "../../../src/backend/platform/platformOptions.ts";
import { openPlatformBackend, type PlatformBackend } from "../../../src/backend/platform/platformBackend.ts";
import type { Snapshot } from "../../../src/model/snapshot/snapshot.ts";
import { now } from "../fixtures/store.ts";
import { PlatformStandIn, type PlatformAccess, type PlatformConditions } from "./standIn/platformStandIn.ts";
import { QuickTiming } from "./scripted/quickTiming.ts";

const silentLog = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A stand-in, and the backends that were opened on it as if in windows of one workspace; `dispose` ends them all. */
export class PlatformBackends {
  readonly folder = mkdtempSync(join(tmpdir(), "integration-packs-platform-"));
  readonly platform: PlatformStandIn;
  /** The backends that were opened, the latest one last. */
  readonly opened: PlatformBackend[] = [];

  private constructor(platform: PlatformStandIn) {
    this.platform = platform;
  }

  /** Starts a stand-in with that content, at the current time of tests. */
  static async start(
    content: Snapshot,
    conditions: Partial<PlatformConditions> = {},
    access?: PlatformAccess,
  ): Promise<PlatformBackends> {
    return new PlatformBackends(
      await PlatformStandIn.start(content, { now: () => now, ...conditions }, access),
    );
  }

  /** Opens a backend with the stand-in's clock, whose pauses pass at once. */
  async open(options: Partial<PlatformOptions> = {}): Promise<PlatformBackend> {
    const { conditions } = this.platform;
    const backend = await openPlatformBackend({
      connection: this.platform.connection,
      requestsPerSecond: 10,
      scheduleWith: "platform",
      records: { file: join(this.folder, "records.db") },
      log: silentLog,
      clock: () => conditions.now(),
      timing: new QuickTiming(),
      ...options,
    });
    this.opened.push(backend);
    return backend;
  }

  /** @throws when a request or an answer was not as the API is published, where that is checked */
  async dispose(): Promise<void> {
    for (const backend of this.opened) backend.dispose();
    rmSync(this.folder, { recursive: true, force: true });
    await this.platform.stop();
  }
}

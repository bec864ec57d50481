import { testAccess } from "./standIn/platformStandIn.ts";
import { PlatformBackends } from "./platformBackends.ts";
import { ownerPassword } from "../postgres/postgresForTests.ts";
import { installClock, setClock } from "../postgres/shiftedClock.ts";
import type { PlatformBackend } from "../../../src/backend/platform/platformBackend.ts";
import type { PlatformOptions } from "../../../src/backend/platform/platformOptions.ts";
import type { RecordsAddress } from "../../../src/backend/platform/records/postgres/server/recordsAddress.ts";
import type { Snapshot } from "../../../src/model/snapshot/snapshot.ts";

/** Clients of one account that share records on a server, with one clock that a test sets; `dispose` ends them all. */
export class SharedClients {
  readonly backends: PlatformBackends;
  readonly #address: RecordsAddress;

  private constructor(backends: PlatformBackends, address: RecordsAddress) {
    this.backends = backends;
    this.#address = address;
  }

  static async start(content: Snapshot, address: RecordsAddress, now: Date): Promise<SharedClients> {
    await installClock(address);
    const clients = new SharedClients(await PlatformBackends.start(content), address);
    await clients.setTime(now);
    return clients;
  }

  get platform() {
    return this.backends.platform;
  }

  /** Sets the clock of the platform, the clients and the server. */
  async setTime(now: Date): Promise<void> {
    this.platform.conditions.now = () => now;
    await setClock(this.#address, now);
  }

  /** Opens a client. `token`: another one than the platform accepts. */
  open(options: Partial<PlatformOptions> & { readonly token?: string } = {}): Promise<PlatformBackend> {
    const { token = testAccess.token, ...more } = options;
    return this.backends.open({
      connection: {
        baseUrl: this.platform.baseUrl,
        accountId: testAccess.accountId,
        overrideAccount: "",
        user: testAccess.email,
        token,
      },
      scheduleWith: "workspace",
      records: { address: this.#address, password: () => Promise.resolve(ownerPassword) },
      ...more,
    });
  }

  dispose(): Promise<void> {
    return this.backends.dispose();
  }
}

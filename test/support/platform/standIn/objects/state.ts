import type { ComponentType, InstallationType } from "../../../../../src/model/pack/pack.ts";
import type { SnapshotComponent } from "../../../../../src/model/snapshot/snapshot.ts";

/** The content of a platform account. The stand-in changes it in place. */
export interface PlatformState {
  readonly account: PlatformAccount;
  readonly components: Map<string, PlatformComponent>;
  readonly packs: Map<string, PlatformPack>;
  /** Every release and scheduled release that was asked for, by request id. */
  readonly releaseRequests: Map<string, ReleaseRequestState>;
  readonly groups: Map<string, { readonly id: string; readonly name: string }>;
  readonly accounts: Map<string, PlatformAccount>;
  readonly sharedPacks: Map<
    string,
    { readonly id: string; readonly groupId: string; readonly packId: string }
  >;
  readonly members: Map<
    string,
    { readonly id: string; readonly groupId: string; readonly accountId: string }
  >;
  readonly environments: Map<string, { readonly id: string; readonly name: string }>;
  /** The accounts of the groups, as they are seen from inside, by their ids. */
  readonly subscribers: Map<string, Subscriber>;
}

/** What an account of a group has. */
export interface Subscriber {
  packs: SubscribedPack[];
  environments: { readonly id: string; readonly name: string }[];
  /** Whether the account lets nobody of the publisher in. */
  refuses: boolean;
}

/** A pack that an account has installed. */
export interface SubscribedPack {
  readonly instanceId: string;
  readonly packId: string;
  readonly environmentIds: readonly string[];
}

export interface PlatformAccount {
  readonly accountId: string;
  readonly name: string;
}

/** A process or API Service with its packaged versions. */
export type PlatformComponent = SnapshotComponent;

export interface PlatformPack {
  readonly id: string;
  name: string;
  description: string;
  readonly installationType: InstallationType;
  components: PackedComponent[];
  /** The request that waits for its date, or is being carried out. */
  openRequestId?: string | undefined;
  wasReleased: boolean;
}

export interface PackedComponent {
  readonly componentId: string;
  readonly componentName: string;
  readonly componentType: ComponentType;
  currentVersion: string;
  pendingVersion: string;
  deleted: boolean;
}

/** One release that was asked for, from taking the request to its end. */
export interface ReleaseRequestState {
  readonly requestId: string;
  readonly packId: string;
  readonly packName: string;
  readonly installationType: InstallationType;
  versions: ReadonlyMap<string, string>;
  /** What the components had before, known once it was carried out. */
  readonly replaced: Map<string, string>;
  status: "SCHEDULED" | "IN_PROGRESS" | "SUCCESS" | "ERROR";
  /** `yyyy-MM-dd`, of a scheduled release. */
  date?: string | undefined;
  /** In ms since the epoch. */
  readonly startedAt: number;
  /** When its end was read first, in ms since the epoch. */
  readAt?: number;
  /** How many more times it is seen running before it is done. */
  looksUntilDone: number;
}

// The published API, written out: it changes only on purpose, whatever the model becomes.
// This file, manageApi.ts and planApi.ts need nothing else of the extension, so other extensions may copy them.

import type { ManageApi } from "./manageApi.ts";
import type { ApiPlanReference, PlanApi } from "./planApi.ts";

/**
 * What `activate()` returns. The API asks nobody: it does what it is called for.
 *
 * Every promise rejects with an `Error` whose `code` is an `ApiErrorCode` and whose message says what to do. Arguments
 * are copied before the call returns, so that a later change of them changes nothing. An argument of another
 * form than the one written here is `InvalidRequest`, and so is an object with other keys, accessors or a prototype of
 * its own.
 */
export interface IntegrationPacksApi extends PlanApi {
  readonly apiVersion: 1;
  /** All packs, sorted by name. */
  listPacks(): Promise<ApiPack[]>;
  /** One pack. Rejects with `NotFound`. */
  getPack(packId: string): Promise<ApiPack>;
  /** The packaged versions of a component, newest first, without what is in them. Rejects with `NotFound`. */
  listVersions(componentId: string): Promise<ApiVersion[]>;
  /** One packaged version with its included components, their XML, and its deployments. Rejects with `NotFound`. */
  getVersion(packageId: string): Promise<ApiVersion>;
  /**
   * Releases a pack immediately, wholly or not at all. A `date` is `InvalidRequest`.
   *
   * Rejects with `NotFound`, `InvalidRequest`, `NothingToRelease`, `Conflict`; with `AlreadyScheduled` when the pack has
   * a scheduled release and `replaceScheduled` is not set; with `OutcomeUnknown` when the release was sent and no answer
   * came.
   */
  release(request: ApiReleaseRequest): Promise<ApiPackRelease>;
  /**
   * Schedules a release of a pack for `date`, in the scheduler's time zone at the time of the call. Rejects as `release`
   * does, and with `Unsupported` where the backend cannot schedule.
   */
  schedule(request: ApiReleaseRequest): Promise<ApiSchedule>;
  /** Cancels the scheduled release of a pack. Rejects with `NotFound`, and with `Unsupported` where it cannot be cancelled. */
  cancelSchedule(packId: string): Promise<void>;
  /** The releases of a pack, newest first. Rejects with `NotFound`. */
  history(packId: string): Promise<ApiRelease[]>;
  /** Changes packs, what is in them, and who they are shared with. */
  readonly manage: ManageApi;
  /** Fires after a pack was released: through this extension, or at the date of a scheduled release. */
  readonly onDidRelease: ApiEvent<ApiPackRelease>;
}

/** Subscribes a listener; the result unsubscribes it. */
export type ApiEvent<T> = (listener: (value: T) => void) => { dispose(): void };

/** The `code` of a rejection. */
export type ApiErrorCode =
  /** There is no such pack, component, version, release, group or account. */
  | "NotFound"
  /** The request has a wrong form, or breaks a rule. */
  | "InvalidRequest"
  /** The release would change nothing. */
  | "NothingToRelease"
  /** The pack has a scheduled release, and the request does not say that it replaces it. */
  | "AlreadyScheduled"
  /** The data changed since it was read. */
  | "Conflict"
  /** Nobody is signed in, or the credentials are wrong. */
  | "Unauthorized"
  /** The account lacks a privilege, which the message names. */
  | "Forbidden"
  /** The platform still refuses after the retries. */
  | "RateLimited"
  /** No answer came: network, TLS or proxy. */
  | "Unreachable"
  /** A release was sent and no answer came. It is not sent again; the message says how to find out. */
  | "OutcomeUnknown"
  /** The backend in use cannot do this. */
  | "Unsupported"
  /** The store file is locked, not writable, damaged, or of a newer format. */
  | "StoreUnavailable";

/** Package versions by component id. A package version is free text such as `1.0`, compared as an exact string. */
export type ApiVersions = Readonly<Record<string, string>>;

/** Which versions of a pack are to be released, and when. */
export interface ApiReleaseRequest {
  readonly packId: string;
  /** The versions to release; components that are left out get the version that the wizard preselects. */
  readonly versions?: ApiVersions;
  /** For `schedule` only: `yyyy-MM-dd`, after today in the scheduler's time zone. */
  readonly date?: string;
  /** Whether a scheduled release of the pack may be replaced; `false` when left out. */
  readonly replaceScheduled?: boolean;
}

/** An integration pack. */
export interface ApiPack {
  readonly packId: string;
  readonly name: string;
  readonly description: string;
  /** `SINGLE`: Single Attachment, `MULTI`: Multiple Attachments. It never changes. */
  readonly installationType: "SINGLE" | "MULTI";
  /** A `legacy` pack carries published processes and API Services instead of packaged ones. */
  readonly deploymentModel: "packaged" | "legacy";
  readonly components: readonly ApiComponent[];
  /** The release that waits for its date; left out when there is none. */
  readonly scheduled?: ApiSchedule;
}

/** A component of a pack with its package versions, each `""` where there is none. */
export interface ApiComponent {
  readonly componentId: string;
  readonly componentName: string;
  /** A process, or an API Service component (`webservice`). */
  readonly componentType: "process" | "webservice";
  /** The version in the latest release of the pack. */
  readonly currentVersion: string;
  /** The version chosen for the next release. */
  readonly pendingVersion: string;
  /** The newest shareable, not deleted version that is newer than the current one. */
  readonly latestVersion: string;
  /** Whether the component leaves the pack with the next release. */
  readonly deleted: boolean;
}

/** A release that waits for its date. */
export interface ApiSchedule {
  /** The calendar date in `timeZone`, `yyyy-MM-dd`. */
  readonly date: string;
  /** The IANA name of the zone that the date was chosen in. */
  readonly timeZone: string;
  readonly versions: ApiVersions;
  /** The earliest instant of the release, ISO, UTC. */
  readonly windowStart: string;
  /** The end of the hour in which it runs, ISO, UTC. */
  readonly windowEnd: string;
}

/** A release of a pack: an immutable record. */
export interface ApiRelease {
  readonly releaseId: string;
  /** An ISO instant. */
  readonly releasedAt: string;
  /** The name of the user who released or scheduled it. */
  readonly releasedBy: string;
  /** `late`: a scheduled release that ran after its window. */
  readonly trigger: "immediate" | "scheduled" | "late";
  readonly versions: ApiVersions;
  /** The release plan that it comes from; left out where it comes from none. */
  readonly plan?: ApiPlanReference;
}

/** A release together with the pack that it belongs to. */
export interface ApiPackRelease extends ApiRelease {
  readonly packId: string;
}

/** An immutable packaged version of a component, with the keys that it has in a snapshot. */
export interface ApiVersion {
  readonly packageId: string;
  /** Free text such as `1.0` or `hotfix-7`: compare it as an exact string, order versions by `createdDate`. */
  readonly packageVersion: string;
  /** The build revision of the component, a whole number. */
  readonly componentVersion: number;
  /** An ISO instant. */
  readonly createdDate: string;
  readonly createdBy: string;
  readonly notes: string;
  /** Whether packs may carry it. */
  readonly shareable: boolean;
  readonly deleted: boolean;
  /** The branch that it was packaged from; `""` where none is known. */
  readonly branchName: string;
  /** The folder of the component; `""` where none is known. */
  readonly folder: string;
  /** The packaged component itself first. `getVersion` gives them, `listVersions` leaves them out. */
  readonly includedComponents?: readonly ApiIncludedComponent[];
  /** The latest first. `getVersion` gives them, `listVersions` leaves them out. */
  readonly deployments?: readonly ApiDeployment[];
}

/** A component inside a packaged version. */
export interface ApiIncludedComponent {
  readonly componentId: string;
  readonly name: string;
  /** The platform's component type, such as `transform.map`. */
  readonly type: string;
  /** The revision, a whole number. */
  readonly version: number;
  readonly folder: string;
  readonly modifiedBy: string;
  /** An ISO instant. */
  readonly modifiedDate: string;
  /** `""` where none is stored. */
  readonly xml: string;
}

/** A deployment of a packaged version to an environment. */
export interface ApiDeployment {
  readonly environment: string;
  /** An ISO instant. */
  readonly deployedDate: string;
  readonly deployedBy: string;
  readonly notes: string;
  readonly active: boolean;
}

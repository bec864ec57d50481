/** How the stand-in behaves where Boomi's texts and examples contradict each other, or where neither of them says. */
export interface PlatformModes {
  /** The status for an id that the platform does not know. */
  missing: 400 | 404;
  /** The status for a missing privilege. */
  denied: 400 | 403;
  /** Whether the status of a running release has content, with 202. */
  runningStatus: "empty" | "content";
  /** Whether the status of a release that waits for its date has content, with 202. */
  scheduledStatus: "empty" | "content";
  /** How long the status of a release that has ended can be read; after that, it is answered with 204. */
  readStatus: "always" | "forHalfAnHour" | "once";
  /** The components with `deleted: true`: those that leave, also those with a pending version, or all. */
  deletedMark: "leaving" | "leavingOrPending" | "all";
  /** The versions in answers about releases: those that were sent, or some missing and others different. */
  releaseVersions: "sent" | "different";
  /** Whether the packs of all account groups can be listed by one query without a filter. */
  unfilteredGroupPacks: "answered" | "refused";
  /** The items of bulk answers: each with its id and place, or those that succeeded without both, in order or not. */
  bulkItems: "withIds" | "withoutIds" | "reversedWithoutIds";
  /** Whether a deleted packaged version can be read by its id, or found by queries only. */
  deletedVersions: "readable" | "listed";
  /** The answer to a deletion. */
  deletion: "content" | "empty";
  /** A release without a component that was never released: it is refused, or the component stays as it is. */
  unreleasedComponents: "required" | "optional";
  /** Where the processes of an installed pack are: in its row, in a row of their own as in Boomi's example, or nowhere. */
  instanceProcesses: "inRow" | "ownRow" | "absent";
  /** Whether the deployed packages of an account contain its installed packs, and as which component. */
  packsDeployed: "no" | "asOriginal" | "asWrapper";
}

/** As Boomi's documents have it; where they contradict each other, as their examples do. */
export const documentedModes: PlatformModes = {
  missing: 400,
  denied: 403,
  runningStatus: "empty",
  scheduledStatus: "content",
  readStatus: "forHalfAnHour",
  deletedMark: "leavingOrPending",
  releaseVersions: "different",
  unfilteredGroupPacks: "refused",
  bulkItems: "withoutIds",
  deletedVersions: "readable",
  deletion: "content",
  unreleasedComponents: "required",
  instanceProcesses: "ownRow",
  packsDeployed: "no",
};

/** As a platform would behave that says everything in every answer. */
export const talkativeModes: PlatformModes = {
  missing: 404,
  denied: 403,
  runningStatus: "content",
  scheduledStatus: "content",
  readStatus: "always",
  deletedMark: "leaving",
  releaseVersions: "sent",
  unfilteredGroupPacks: "answered",
  bulkItems: "withIds",
  deletedVersions: "readable",
  deletion: "content",
  unreleasedComponents: "optional",
  instanceProcesses: "inRow",
  packsDeployed: "asWrapper",
};

/** As a platform would behave that says as little as its documents allow. */
export const sparseModes: PlatformModes = {
  missing: 400,
  denied: 400,
  runningStatus: "empty",
  scheduledStatus: "empty",
  readStatus: "once",
  deletedMark: "leavingOrPending",
  releaseVersions: "different",
  unfilteredGroupPacks: "refused",
  bulkItems: "reversedWithoutIds",
  deletedVersions: "listed",
  deletion: "empty",
  unreleasedComponents: "required",
  instanceProcesses: "absent",
  packsDeployed: "asOriginal",
};

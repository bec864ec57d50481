/**
 * How long a claim lasts, in ms: longer than reading a pack, or sending a request and waiting for its answer, takes. It only
 * says when others may take the claim over: the holder loses it at no other time.
 */
export const claimSpan = 150_000;

/** How long the claim of a release that the platform accepted lasts, in ms: longer than its window follows it. */
export const followSpan = 660_000;

import * as v from "valibot";

const manifestSchema = v.object({
  version: v.string(),
  repository: v.object({ url: v.string() }),
  homepage: v.string(),
  bugs: v.object({ url: v.string() }),
  qna: v.string(),
});

/** Whether nobody's repository can be at this address: https://www.rfc-editor.org/rfc/rfc2606. */
export function isPlaceholder(address: string): boolean {
  return !URL.canParse(address) || /^(.+\.)?example\.(com|net|org)$/.test(new URL(address).hostname);
}

/** Why the extension must not be published with this manifest, as sentences. Packaging accepts it. */
export function publishingProblems(
  manifest: unknown,
  { isPreRelease }: { readonly isPreRelease: boolean },
): string[] {
  const { version, repository, homepage, bugs, qna } = v.parse(manifestSchema, manifest);
  const addresses = { repository: repository.url, homepage, bugs: bugs.url, qna };
  const placeholders = Object.entries(addresses)
    .filter(([, address]) => isPlaceholder(address))
    .map(([key]) => key);
  const minor = Number(/^\d+\.(\d+)\.\d+$/.exec(version)?.[1]);
  return [
    ...(placeholders.length > 0
      ? [`Set the address of the repository in package.json: ${placeholders.join(", ")}.`]
      : []),
    ...(Number.isNaN(minor) ? [`The version ${version} is not three numbers.`] : []),
    ...(minor % 2 === (isPreRelease ? 0 : 1)
      ? [
          `A ${isPreRelease ? "pre-release has an odd" : "release has an even"} minor version, and ${version} has not.`,
        ]
      : []),
  ];
}

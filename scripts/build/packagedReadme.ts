import { isPlaceholder } from "../check/publishingProblems.ts";

/**
 * The README as the page of a VSIX. The editor and the registries open addresses only, no files of the checkout. So each
 * relative link and picture becomes an address of the repository in `package.json`. While that is a placeholder, pictures
 * and badges are left out, and links are replaced by their text.
 */
export function packagedReadme(readme: string, repositoryUrl: string): string {
  if (isPlaceholder(repositoryUrl)) {
    return readme
      .replace(/^\[?!\[[^\]]*\]\((?!https:)[^)]*\)(?:\]\([^)]*\))?\n\n/gm, "")
      .replace(/\[([^\]]*)\]\((?!https:|#)[^)]*\)/g, "$1");
  }
  const repository = repositoryUrl.replace(/\.git$/, "");
  const pages = `${repository}/blob/HEAD/`;
  const files = `${repository}/raw/HEAD/`;
  return readme
    .replace(/(!\[[^\]]*\]\()((?!https:)[^)]*)/g, (_, start: string, path: string) => start + at(files, path))
    .replace(/(\]\()((?!https:|#)[^)]*)/g, (_, start: string, path: string) => start + at(pages, path));
}

const at = (folder: string, path: string) => new URL(path, folder).href;

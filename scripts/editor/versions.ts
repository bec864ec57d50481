/** The VS Code that tests and demo run: the one of today, and the oldest that `engines` allows. */
export type EditorVersion = "current" | "oldest";

/** What is installed for a version. The only place where versions of the editor are written down. */
export interface EditorRelease {
  /** The npm package `code-server` carries the server and the workbench of this VS Code. */
  readonly codeServer: string;
  readonly vscode: string;
  /** Major version of Node that this server insists on, as the npm package `node` has it. */
  readonly node: string;
  /** Its install script wants a download that is not in the registry; only text search is missing without it. */
  readonly withoutScripts: boolean;
}

export const editorReleases: Readonly<Record<EditorVersion, EditorRelease>> = {
  current: { codeServer: "4.139.1", vscode: "1.139.1", node: "24", withoutScripts: false },
  oldest: { codeServer: "4.103.2", vscode: "1.103.2", node: "22", withoutScripts: true },
};

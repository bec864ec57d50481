/** The VS Code that tests and demo run: the one of today, and the oldest that `engines` allows. */
export type EditorVersion = "current" | "oldest";

/** What is installed for a version. This file is the only place where versions of installed programs are written down. */
export interface EditorRelease {
  /** The npm package `code-server` carries the server and the workbench of this VS Code. */
  readonly codeServer: string;
  readonly vscode: string;
  /** The Node that this server needs; another one of the same major version serves as well. */
  readonly node: string;
  /** About how large it is, in bytes. */
  readonly size: number;
}

export const editorReleases: Readonly<Record<EditorVersion, EditorRelease>> = {
  current: { codeServer: "4.139.1", vscode: "1.139.1", node: "24.21.0", size: 377e6 },
  oldest: { codeServer: "4.103.2", vscode: "1.103.2", node: "22.23.3", size: 279e6 },
};

/** The browser that is installed where there is none: the npm package, and about how much room its installation takes, in bytes. */
export const chromiumRelease = { version: "153.0.0", size: 290e6 };

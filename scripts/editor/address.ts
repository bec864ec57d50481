export interface AddressOptions {
  /** The folder or the saved workspace that is opened; none for a window without a folder. */
  readonly workspace?: string | undefined;
  /** The folder of an extension under development. */
  readonly extension?: string | undefined;
  /** A module that exports `run()`, for the extension host. */
  readonly extensionTests?: string | undefined;
}

/** The address of a window of the editor that listens on the port of this machine. */
export function editorUrl(port: number, { workspace, extension, extensionTests }: AddressOptions): string {
  const authority = `127.0.0.1:${port}`;
  const remote = (path: string) => `vscode-remote://${authority}${encodeURI(path)}`;
  const payload: [string, string][] = [];
  if (extension !== undefined) payload.push(["extensionDevelopmentPath", remote(extension)]);
  if (extensionTests !== undefined) payload.push(["extensionTestsPath", remote(extensionTests)]);
  const query = new URLSearchParams(opened(workspace));
  if (payload.length > 0) query.set("payload", JSON.stringify(payload));
  return `http://${authority}/?${query.toString()}`;
}

function opened(workspace: string | undefined): Record<string, string> {
  if (workspace === undefined || workspace === "") return { ew: "true" };
  return workspace.endsWith(".code-workspace") ? { workspace } : { folder: workspace };
}

/** What the id of a tool in VS Code begins with. */
export const toolPrefix = "integrationPacks_";

/** The name of the tool with this id. */
export function toolNameOf(id: string): string {
  return id.slice(toolPrefix.length);
}

/** How a program is started, as arguments of `spawn`. */
export interface Launch {
  readonly command: string;
  readonly args: readonly string[];
  readonly shell: boolean;
}

/**
 * How a program is started on a system. Windows starts scripts such as `npm.cmd` through its shell only, which splits paths with
 * spaces where they are not quoted.
 */
export function launchOf(
  command: string,
  args: readonly string[],
  platform: NodeJS.Platform = process.platform,
): Launch {
  const program = platform === "win32" && ["npm", "npx"].includes(command) ? `${command}.cmd` : command;
  if (platform !== "win32" || !/\.(cmd|bat)$/i.test(program)) return { command, args, shell: false };
  return { command: [program, ...args].map((word) => `"${word}"`).join(" "), args: [], shell: true };
}

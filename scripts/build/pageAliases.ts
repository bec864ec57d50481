/** Modules that the pages replace by a smaller one of their own. */
export const pageAliases: Readonly<Record<string, string>> = {
  "date-fns-tz/fromZonedTime": "./webview-ui/shared/fromZonedTime.ts",
};

import type { EditorVersion } from "../install/versions.ts";

export type Theme = "dark" | "light" | "hc-black" | "hc-light";

export const themes: readonly Theme[] = ["dark", "light", "hc-black", "hc-light"];

/** The class that the workbench has in a theme. */
export const themeClasses: Readonly<Record<Theme, string>> = {
  dark: "vs-dark",
  light: "vs",
  "hc-black": "hc-black",
  "hc-light": "hc-light",
};

/** What the list of *Preferences: Color Theme* calls it. */
export const themeLabels: Readonly<Record<Theme, string>> = {
  dark: "Dark Modern",
  light: "Light Modern",
  "hc-black": "Dark High Contrast",
  "hc-light": "Light High Contrast",
};

/** The value of `workbench.colorTheme`. */
export function themeName(version: EditorVersion, theme: Theme): string {
  const prefix = version === "current" ? "" : "Default ";
  switch (theme) {
    case "dark":
      return `${prefix}Dark Modern`;
    case "light":
      return `${prefix}Light Modern`;
    case "hc-black":
      return "Default High Contrast";
    case "hc-light":
      return "Default High Contrast Light";
  }
}

/**
 * Selects the text of a field on Ctrl+A or Cmd+A by itself. VS Code would also send the key to the workbench, whose *Select
 * All* comes back later and selects what was typed since, so that the next key replaces it.
 */
export function selectAllInFields(): void {
  document.addEventListener(
    "keydown",
    (event) => {
      const [target] = event.composedPath();
      const isSelectAll =
        (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "a";
      if (!isSelectAll || !(target instanceof HTMLInputElement)) return;
      event.preventDefault();
      event.stopPropagation();
      target.select();
    },
    { capture: true },
  );
}

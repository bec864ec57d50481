import type { Locator, Page } from "playwright-core";
import { patienceMs } from "../../../scripts/editor/editor.ts";

/** How long to look for a toast before opening the list, in ms. */
const toastMs = 5_000;

/** The toasts, the list of all notifications, and modal dialogs. */
export class Notifications {
  readonly #page: () => Page;

  constructor(page: () => Page) {
    this.#page = page;
  }

  /** Waits for a notification with the text: a toast or, once the toast has disappeared, an entry of the list. */
  async waitFor(text: string | RegExp): Promise<Locator> {
    const toast = this.#page()
      .locator(":is(.notifications-toasts, .notifications-center) .notification-list-item:visible")
      .filter({ hasText: text });
    const found = toast.first();
    for (let waited = 0; waited < patienceMs; waited += toastMs) {
      if (await isVisibleWithin(found, toastMs)) break;
      await this.openList();
    }
    await found.waitFor();
    return found;
  }

  /** Presses a button of the notification with the text. */
  async press(text: string | RegExp, button: string): Promise<void> {
    const toast = await this.waitFor(text);
    await toast.getByRole("button", { name: button, exact: true }).click();
  }

  /** Opens the list of all notifications. Unlike toasts, its entries do not disappear by themselves. */
  async openList(): Promise<void> {
    const list = this.#page().locator(".notifications-center");
    if (await list.isVisible()) return;
    await this.#page().locator('.statusbar-item[id="status.notifications"]').click();
    await list.waitFor();
  }

  /** Closes every toast. */
  async clear(): Promise<void> {
    const close = this.#page().locator(
      ".notifications-toasts .notification-list-item .codicon-notifications-clear",
    );
    while ((await close.count()) > 0) {
      await this.#page().locator(".notifications-toasts .notification-list-item").first().hover();
      await close.first().click();
    }
  }

  /** The open modal dialog. */
  get dialog(): Locator {
    return this.#page().locator(".monaco-dialog-box");
  }

  /** What the modal dialog says, and its buttons, sorted. Waits for the dialog. */
  async readDialog(): Promise<{ message: string; detail: string; buttons: string[] }> {
    const { dialog } = this;
    await dialog.waitFor();
    const buttons = await dialog.locator(".dialog-buttons-row").getByRole("button").allInnerTexts();
    return {
      message: await dialog.locator(".dialog-message").innerText(),
      detail: await dialog.locator(".dialog-message-detail").innerText(),
      buttons: buttons.map((text) => text.trim()).sort(),
    };
  }

  /** Presses a button of the modal dialog and waits until the dialog is closed. */
  async answerDialog(button: string): Promise<void> {
    await this.dialog.getByRole("button", { name: button, exact: true }).click();
    await this.dialog.waitFor({ state: "hidden" });
  }
}

function isVisibleWithin(element: Locator, timeout: number): Promise<boolean> {
  return element.waitFor({ timeout }).then(
    () => true,
    () => false,
  );
}

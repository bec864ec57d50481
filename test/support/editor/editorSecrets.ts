import type * as vscode from "vscode";
import { Emitter } from "../../../src/base/event.ts";

type Operation = "get" | "store" | "delete";

/** A secret storage that refuses chosen operations, as a locked keychain does. */
export class EditorSecrets implements vscode.SecretStorage {
  readonly #changed = new Emitter<vscode.SecretStorageChangeEvent>();
  readonly onDidChange = this.#changed.event;
  readonly #secrets = new Map<string, string>();
  /** Returns whether an operation with the key is refused. */
  refuses: (operation: Operation, key: string) => boolean = () => false;

  /** The stored secrets. */
  get all(): string[] {
    return [...this.#secrets.values()];
  }

  keys(): Promise<string[]> {
    return Promise.resolve([...this.#secrets.keys()]);
  }

  async get(key: string): Promise<string | undefined> {
    await this.#check("get", key);
    return this.#secrets.get(key);
  }

  async store(key: string, value: string): Promise<void> {
    await this.#check("store", key);
    this.#secrets.set(key, value);
    this.#changed.fire({ key });
  }

  async delete(key: string): Promise<void> {
    await this.#check("delete", key);
    this.#secrets.delete(key);
    this.#changed.fire({ key });
  }

  #check(operation: Operation, key: string): Promise<void> {
    return this.refuses(operation, key)
      ? Promise.reject(new Error("The keychain is locked"))
      : Promise.resolve();
  }
}

/** The state of an extension, which lasts as long as the object. */
export class EditorState {
  readonly #values = new Map<string, unknown>();

  get(key: string): unknown {
    return structuredClone(this.#values.get(key));
  }

  update(key: string, value: unknown): Promise<void> {
    this.#values.set(key, structuredClone(value));
    return Promise.resolve();
  }
}

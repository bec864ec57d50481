interface Entry<T> {
  readonly at: number;
  readonly value: Promise<T>;
}

/** Caches values for a short while. Callers that ask for the same value at the same time share one request. */
export class Cache<T> {
  readonly #lifetime: number;
  readonly #now: () => number;
  readonly #entries = new Map<string, Entry<T>>();

  /** `lifetime` in ms. */
  constructor(lifetime: number, now: () => number) {
    this.#lifetime = lifetime;
    this.#now = now;
  }

  /** The cached value, which may still be being read. */
  peek(key: string): Promise<T> | undefined {
    const entry = this.#entries.get(key);
    return entry && this.#now() - entry.at < this.#lifetime ? entry.value : undefined;
  }

  get(key: string, read: () => Promise<T>): Promise<T> {
    return this.peek(key) ?? this.set(key, read());
  }

  /** Caches a value that is being read; a failure is not cached. */
  set(key: string, value: Promise<T>): Promise<T> {
    const entry = { at: this.#now(), value };
    this.#entries.set(key, entry);
    value.catch(() => {
      if (this.#entries.get(key) === entry) this.#entries.delete(key);
    });
    return value;
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }

  clear(): void {
    this.#entries.clear();
  }
}

interface Entry<T> {
  readonly at: number;
  readonly value: Promise<T>;
}

/** Keeps what was read for a short while; those who ask for the same at the same time share one request. */
export class Cache<T> {
  readonly #lifetime: number;
  readonly #now: () => number;
  readonly #entries = new Map<string, Entry<T>>();

  /** `lifetime` in ms. */
  constructor(lifetime: number, now: () => number) {
    this.#lifetime = lifetime;
    this.#now = now;
  }

  /** What was read lately, or is being read. */
  peek(key: string): Promise<T> | undefined {
    const entry = this.#entries.get(key);
    return entry && this.#now() - entry.at < this.#lifetime ? entry.value : undefined;
  }

  get(key: string, read: () => Promise<T>): Promise<T> {
    return this.peek(key) ?? this.set(key, read());
  }

  /** A failure is not kept. */
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

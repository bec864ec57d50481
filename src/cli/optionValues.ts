/** The options of a call. */
export class OptionValues {
  readonly #values: Readonly<Record<string, unknown>>;

  /** `values`: by the names of the options in camel case. */
  constructor(values: Readonly<Record<string, unknown>>) {
    this.#values = values;
  }

  /** The value of an option that takes one; nothing where it was not given. */
  text(name: string): string | undefined {
    const value = this.#values[name];
    return typeof value === "string" ? value : undefined;
  }

  /** Whether an option without a value was given. */
  flag(name: string): boolean {
    return this.#values[name] === true;
  }

  /** Whether an option that begins with `no-` was given. */
  isOff(name: string): boolean {
    return this.#values[name] === false;
  }
}

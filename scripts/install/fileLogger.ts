// Stands in for the native module `@vscode/spdlog` inside the installed VS Code, and writes the same log files.
import { closeSync, existsSync, fstatSync, mkdirSync, openSync, renameSync, writeSync } from "node:fs";
import { dirname, extname } from "node:path";

/** The names of the levels in a log file, by their number. Number 6 is off. */
const levels = ["trace", "debug", "info", "warning", "error", "critical"];

/** A log file of limited size. When it is full, it becomes `NAME.1.log`, that one `NAME.2.log`, and so on. */
export class FileLogger {
  readonly #file: string;
  readonly #maxSize: number;
  readonly #maxFiles: number;
  #descriptor: number | undefined;
  #level = 2;
  #pattern = "[%Y-%m-%d %H:%M:%S.%e] [%l] %v";
  #lineEnd = "\n";

  /** `maxSize` is in bytes, `maxFiles` the number of earlier files that stay. */
  constructor(file: string, maxSize: number, maxFiles: number) {
    this.#file = file;
    this.#maxSize = maxSize;
    this.#maxFiles = maxFiles;
    mkdirSync(dirname(file), { recursive: true });
    this.#descriptor = openSync(file, "a");
  }

  trace(message: string): void {
    this.#log(0, message);
  }

  debug(message: string): void {
    this.#log(1, message);
  }

  info(message: string): void {
    this.#log(2, message);
  }

  warn(message: string): void {
    this.#log(3, message);
  }

  error(message: string): void {
    this.#log(4, message);
  }

  critical(message: string): void {
    this.#log(5, message);
  }

  getLevel(): number {
    return this.#level;
  }

  setLevel(level: number): void {
    this.#level = level;
  }

  /** Sets the form of a line: date and time as in `strftime`, `%e` for milliseconds, `%l` for the level, `%v` for the message. */
  setPattern(pattern: string): void {
    this.#pattern = pattern;
    this.#lineEnd = "\n";
  }

  /** From now on messages are written as they are, without an end of line. */
  clearFormatters(): void {
    this.#pattern = "%v";
    this.#lineEnd = "";
  }

  /** There is nothing to flush: every message is written at once. */
  flush(): void {
    return;
  }

  /** Closes the file. Later messages are dropped. */
  drop(): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
    this.#descriptor = undefined;
  }

  #log(level: number, message: string): void {
    if (this.#descriptor === undefined || level < this.#level) return;
    const text = Buffer.from(`${format(this.#pattern, level, message)}${this.#lineEnd}`);
    const { size } = fstatSync(this.#descriptor);
    if (size > 0 && size + text.length > this.#maxSize) this.#descriptor = this.#rotate(this.#descriptor);
    writeSync(this.#descriptor, text);
  }

  #rotate(descriptor: number): number {
    closeSync(descriptor);
    for (let number = this.#maxFiles; number > 0; number--) {
      const later = this.#numbered(number - 1);
      if (existsSync(later)) renameSync(later, this.#numbered(number));
    }
    return openSync(this.#file, "w");
  }

  #numbered(number: number): string {
    if (number === 0) return this.#file;
    const extension = extname(this.#file);
    return `${this.#file.slice(0, this.#file.length - extension.length)}.${number}${extension}`;
  }
}

/** There is nothing to flush: every message is written at once. */
export function setFlushOn(): void {
  return;
}

/** Opens a log file, in the way in which VS Code asks for one. */
export function createAsyncRotatingLogger(
  _name: string,
  file: string,
  maxSize: number,
  maxFiles: number,
): Promise<FileLogger> {
  return new Promise((resolve) => resolve(new FileLogger(file, maxSize, maxFiles)));
}

function format(pattern: string, level: number, message: string): string {
  const now = new Date();
  const parts: Readonly<Record<string, string>> = {
    Y: String(now.getFullYear()),
    m: digits(now.getMonth() + 1, 2),
    d: digits(now.getDate(), 2),
    H: digits(now.getHours(), 2),
    M: digits(now.getMinutes(), 2),
    S: digits(now.getSeconds(), 2),
    e: digits(now.getMilliseconds(), 3),
    l: levels[level] ?? "",
    v: message,
  };
  return pattern.replaceAll(/%(\w)/g, (whole, name: string) => parts[name] ?? whole);
}

function digits(value: number, count: number): string {
  return String(value).padStart(count, "0");
}

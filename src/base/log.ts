/** The log as every part writes it. Its lines are English and never contain a secret. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
  error(message: string | Error): void;
}

import { DatabaseSync } from "node:sqlite";

/** Changes a database as another program does, past everything that a backend would not allow. */
export function executeElsewhere(file: string, statements: string): void {
  const database = new DatabaseSync(file);
  database.exec(statements);
  database.close();
}

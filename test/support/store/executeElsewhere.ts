import { DatabaseSync } from "node:sqlite";

/** Changes a database as another program would, without the checks of a backend. */
export function executeElsewhere(file: string, statements: string): void {
  const database = new DatabaseSync(file);
  database.exec(statements);
  database.close();
}

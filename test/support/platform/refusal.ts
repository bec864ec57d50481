/** An answer that is no success, as the platform gives it. */
export class Refusal extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export const badRequest = (message: string) => new Refusal(400, message);
export const gone = (object: string, id: string) => new Refusal(404, `${object} ${id} does not exist.`);

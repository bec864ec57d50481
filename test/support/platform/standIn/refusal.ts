/** An answer that is no success, as the platform gives it. */
export class Refusal extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** There is no such object; the modes decide with which status that is answered. */
export class MissingObject extends Refusal {
  constructor(object: string, id: string) {
    super(404, `${object} ID ${id} is invalid. It does not exist.`);
  }
}

/** The user has not the privilege; the modes decide with which status that is answered. */
export class Denial extends Refusal {
  constructor(message: string) {
    super(403, `Access denied. ${message}`);
  }
}

export const badRequest = (message: string) => new Refusal(400, message);

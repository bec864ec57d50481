/** How a person confirmed: in a dialog, by an answer, with a button, on a row; or nothing can get lost. */
export type ConfirmedBy = "dialog" | "answer" | "button" | "row" | "nothing to replace";

class Confirmation {
  readonly #by: ConfirmedBy;

  constructor(by: ConfirmedBy) {
    this.#by = by;
  }

  toString(): string {
    return this.#by;
  }
}

/**
 * Proof that a person confirmed an action. Whatever changes packs for a command needs it, and no argument of a command
 * can be one.
 */
export type Confirmed = Confirmation;

/** Makes the proof. Only what asks a person calls it; lint rejects other callers. */
export function confirmedBy(by: ConfirmedBy): Confirmed {
  return new Confirmation(by);
}

/** What a person answered. The answer confirms an action whose question named what it changes. */
export interface Answer<T> {
  readonly value: T;
  readonly confirmed: Confirmed;
}

/** The answer with this value. */
export function answered<T>(value: T): Answer<T> {
  return { value, confirmed: confirmedBy("answer") };
}

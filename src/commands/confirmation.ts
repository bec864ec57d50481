import type { Confirmed } from "../ui/ask/confirmed.ts";
import type { ModalQuestion } from "../ui/ask/confirm.ts";
import type { Call, Command, Services } from "./command.ts";

/** The parts of a command that changes packs. `What` is what it is about. */
export interface ConfirmedCommand<What> {
  /** Finds what the command is about, and asks for what the arguments leave open. Nothing when the person cancels. */
  readonly find: (services: Services, call: Call) => Promise<What | undefined>;
  /** The modal dialog that names what the command changes and how. */
  readonly question: (services: Services, what: What) => ModalQuestion | Promise<ModalQuestion>;
  /** The dialog for several selected rows; left out where the command acts on one. */
  readonly severalQuestion?: (
    services: Services,
    what: readonly What[],
  ) => ModalQuestion | Promise<ModalQuestion>;
  /** Acts. Only `confirmed` gives access to what changes packs. */
  readonly act: (services: Services, what: What, confirmed: Confirmed) => Promise<void>;
}

/** What a command is about, and the answer or the row with which a person chose it; nothing where arguments said all. */
export interface Chosen {
  readonly chosen: Confirmed | undefined;
}

/** A command that replaces or releases something only at times. Where it does not, there is no question. */
export interface ReplacingCommand<What> extends Omit<ConfirmedCommand<What>, "question"> {
  readonly question: (services: Services, what: What) => Promise<ModalQuestion | undefined>;
}

/** A command that knows what it is about and waits for its confirmation. */
export interface Prepared {
  /** The confirmation that a person gave while the command found what it is about. */
  readonly chosen: Confirmed | undefined;
  readonly question: () => Promise<ModalQuestion | undefined>;
  readonly act: (confirmed: Confirmed) => Promise<void>;
}

/**
 * How a command is confirmed.
 *
 * - `reads`: it changes no pack, so there is nothing to confirm
 * - `wizard`: it opens the wizard, whose last button is the question
 * - `modal`: a modal dialog asks, always
 * - `picking`: what a person picks or enters is the question; a modal dialog asks where arguments leave nothing to pick
 * - `replacing`: a modal dialog asks where something would be replaced or released
 */
export type CommandEntry =
  | { readonly confirmation: "reads" | "wizard"; readonly run: Command }
  | {
      readonly confirmation: "modal" | "picking" | "replacing";
      readonly prepare: (services: Services, call: Call) => Promise<Prepared | undefined>;
    };

export function reads(run: Command): CommandEntry {
  return { confirmation: "reads", run };
}

export function opensWizard(run: Command): CommandEntry {
  return { confirmation: "wizard", run };
}

export function asksInModal<What>(command: ConfirmedCommand<What>): CommandEntry {
  return asks("modal", command, () => undefined);
}

export function asksByPicking<What extends Chosen>(command: ConfirmedCommand<What>): CommandEntry {
  return asks("picking", command, ({ chosen }) => chosen);
}

export function asksBeforeReplacing<What>(command: ReplacingCommand<What>): CommandEntry {
  return asks("replacing", command, () => undefined);
}

function asks<What>(
  confirmation: "modal" | "picking" | "replacing",
  { find, question, severalQuestion, act }: ConfirmedCommand<What> | ReplacingCommand<What>,
  chosenOf: (what: What) => Confirmed | undefined,
): CommandEntry {
  const prepare = async (services: Services, call: Call): Promise<Prepared | undefined> => {
    const { rows = [], ...single } = call;
    if (rows.length > 1 && severalQuestion) {
      const all: What[] = [];
      for (const row of rows) {
        const found = await find(services, { ...single, args: [row] });
        if (found) all.push(found);
      }
      return {
        chosen: undefined,
        question: async () => severalQuestion(services, all),
        act: async (confirmed) => {
          for (const each of all) await act(services, each, confirmed);
        },
      };
    }
    const what = await find(services, call);
    return (
      what && {
        chosen: chosenOf(what),
        question: async () => question(services, what),
        act: (confirmed) => act(services, what, confirmed),
      }
    );
  };
  return { confirmation, prepare };
}

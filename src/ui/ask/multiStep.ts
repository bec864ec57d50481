import { answered, type Answer } from "./confirmed.ts";
import { QuestionLeft, Steps } from "./steps.ts";

/**
 * Asks several questions one after the other under one title; `ask` asks them. *Back* returns to the previous question and
 * its answer. Resolves to nothing when the person cancels.
 */
export async function multiStep<T>(
  title: string,
  totalSteps: number,
  ask: (steps: Steps) => Promise<T>,
): Promise<Answer<T> | undefined> {
  const steps = new Steps(title, totalSteps);
  for (;;) {
    try {
      return answered(await ask(steps));
    } catch (error) {
      if (!(error instanceof QuestionLeft)) throw error;
      if (!error.goesBack) return undefined;
      steps.goBack();
    }
  }
}

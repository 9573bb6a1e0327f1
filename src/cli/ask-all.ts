/** Asks several questions on a terminal before anything is written. */
import { cancel, group, type PromptGroup } from '@clack/prompts';

class GaveUp extends Error {}

/** One after the other; `undefined`, and no further question, once the person gave up. */
export async function askAll<T>(questions: PromptGroup<T>) {
  try {
    return await group(questions, {
      onCancel() {
        cancel('Nothing was written.');
        throw new GaveUp();
      },
    });
  } catch (cause) {
    if (cause instanceof GaveUp) return undefined;
    throw cause;
  }
}

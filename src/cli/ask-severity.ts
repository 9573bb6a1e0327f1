/** Asks for one of the site's severities, with none chosen before the person does. */
import { isCancel, select } from '@clack/prompts';
import type { DraftChoices } from './draft-flags.ts';

/** What `select` gives: an id, or that the person gave up. */
export async function askSeverity(severities: DraftChoices['severities']): Promise<string | symbol> {
  for (;;) {
    const answer = await select({
      message: 'How grave was it?',
      options: [
        { value: '', label: 'Choose one' },
        ...severities.map(({ id, name, meaning }) => ({ value: id, label: name, hint: meaning })),
      ],
    });
    if (isCancel(answer) || answer !== '') return answer;
  }
}

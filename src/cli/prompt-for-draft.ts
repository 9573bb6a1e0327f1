/** The questions of `candor new`, on a terminal. */
import { intro, multiselect, outro, select, text } from '@clack/prompts';
import type { DraftAnswers } from '../author/drafting/draft-answers.ts';
import { detectors } from '../shared/incident/postmortem-schema.ts';
import { askAll } from './ask-all.ts';
import { askSeverity } from './ask-severity.ts';
import { type DraftChoices, momentComplaint, type PartialAnswers, readMoment } from './draft-flags.ts';

/** Asks what the flags did not say; `undefined` when the person gave up. */
export async function promptForDraft(
  given: PartialAnswers,
  { severities, services, teams, timezone }: DraftChoices,
): Promise<DraftAnswers | undefined> {
  intro('A new postmortem. Leave empty what you do not know yet.');
  const moment = (key: string, message: string) => () =>
    text({
      message: `${message} (${timezone})`,
      placeholder: '2026-03-14 10:12, or about 2026-03-14 10:12',
      validate: (value) =>
        !value?.trim() || readMoment(value, timezone) !== undefined ? undefined : momentComplaint(key, value, timezone),
    });
  const answers = await askAll({
    title: () =>
      text({
        message: 'What happened, in the words of a reader?',
        placeholder: 'Checkout failed for one in three customers',
        validate: (value) => (value?.trim() ? undefined : 'A title is needed; it can be changed later.'),
      }),
    severity: () => askSeverity(severities),
    started: moment('started', 'When did it begin to affect anyone?'),
    firstLogged: moment('firstLogged', 'When was it first logged?'),
    resolved: moment('resolved', 'When was it fixed?'),
    by: () =>
      select({
        message: 'Who logged it first?',
        initialValue: given.detection.by,
        options: detectors.map((value) => ({ value, label: value })),
      }),
    services: () =>
      services.length === 0
        ? Promise.resolve([] as string[])
        : multiselect({
            message: 'Which services did it affect?',
            required: false,
            options: services.map(({ id, name }) => ({ value: id, label: name })),
          }),
    teams: () =>
      teams.length === 0
        ? Promise.resolve([] as string[])
        : multiselect({
            message: 'Which teams responded?',
            required: false,
            options: teams.map((team) => ({ value: team, label: team })),
          }),
  });
  if (answers === undefined) return undefined;
  outro('Thank you.');
  const at = (written: string | undefined) => (written?.trim() ? readMoment(written, timezone) : undefined);
  const [started, firstLogged, resolved] = [at(answers.started), at(answers.firstLogged), at(answers.resolved)];
  return {
    ...given,
    title: answers.title.trim(),
    severity: answers.severity,
    times: {
      ...given.times,
      ...(started && { started }),
      ...(firstLogged && { firstLogged }),
      ...(resolved && { resolved }),
    },
    detection: { by: answers.by },
    services: answers.services,
    teams: answers.teams,
  };
}

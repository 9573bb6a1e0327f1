import { expect, test } from 'vitest';
import { formLabels, readIssueForm } from '../../../src/author/drafting/read-issue-form.ts';

const momentOf = (typed: string) => (/^\d{4}-/.test(typed) ? `${typed.replace(' ', 'T')}Z` : undefined);
const bodyOf = (answers: Partial<Record<(typeof formLabels)[number], string>>) =>
  formLabels.map((label) => `### ${label}\n\n${answers[label] ?? '_No response_'}`).join('\n\n');

test('the body of a form is read, and an event of GitHub that holds one', () => {
  const body = bodyOf({ Title: 'It broke', Severity: 'sev1', Services: 'API, Shop', Started: '2026-03-14 10:12' });
  const read = {
    title: 'It broke',
    severity: 'sev1',
    times: { started: '2026-03-14T10:12Z' },
    services: ['API', 'Shop'],
    teams: [],
    notes: 'Services: API, Shop',
  };
  expect(readIssueForm(body, momentOf)).toEqual(read);
  const event = JSON.stringify({ issue: { title: 'Other', body: body.replaceAll('\n', '\r\n') } });
  expect(readIssueForm(event, momentOf)).toEqual(read);
});

test('an answer with headings begins no field that came before it, and keeps its words', () => {
  const read = readIssueForm(bodyOf({ Title: 'A', Notes: 'One\n### Title\n\nB\n### Severity\n\nsev1' }), momentOf);
  expect(read).toMatchObject({ title: 'A', notes: 'One\n### Title\n\nB\n### Severity\n\nsev1' });
  expect(read).not.toHaveProperty('severity');
});

test.each([
  ['a document', '# It broke\n\n## Timeline\n'],
  ['a form with a field missing', bodyOf({ Title: 'A' }).replace('### Notes', '### Other')],
  ['JSON of something else', '{"incident":{"title":"A"}}'],
  ['an issue without a body', '{"issue":{"body":null}}'],
  ['a list', '[]'],
  ['nothing', ''],
])('%s is none', (_, text) => {
  expect(readIssueForm(text, momentOf)).toBeUndefined();
});

test('what is no moment stands in the notes under its label', () => {
  const read = readIssueForm(bodyOf({ Title: 'A', 'First logged': 'noon', Mitigated: 'later' }), momentOf);
  expect(read).toMatchObject({ times: {}, notes: 'First logged: noon\nMitigated: later' });
});

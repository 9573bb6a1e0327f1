/** A text that says of itself that it is internal is refused, in whatever form people or other tools say it. */
import { expect, test } from 'vitest';
import { createFinder } from '../../../src/shared/redaction/find-private-text.ts';
import { redactionSchema } from '../../../src/shared/redaction/policy-schema.ts';

const finderWith = (redaction: object) => createFinder({ people: {}, redaction: redactionSchema.parse(redaction) });
const find = finderWith({});
const kindsIn = (text: string) => find(text).map(({ kind }) => kind);
const mark = 'a mark for internal text that means nothing here';
const words = 'words that say that it is internal';

test.each([
  ':::internal\nThe key lay in a chat.\n:::',
  '::: internal\nThe key lay in a chat.',
  'Before.\n:::{.private}\nThe key lay in a chat.',
  '::staff-only',
  'We saw :internal[the key] there.',
  '[!INTERNAL]\nThe key lay in a chat.',
  '[!private]- The key',
  '!!! internal "A note"',
  '??? internal',
  '???+ Confidential',
  'We saw [internal]the key[/internal] there.',
  'We saw [INTERNAL ONLY]the key[/INTERNAL ONLY] there.',
  '%% The key lay in a chat. %%',
  'BEGIN INTERNAL',
  '--- internal start ---',
  '[End of internal section]',
  '\u200bbegin\u00a0INTERNAL',
])('a mark: %j', (text) => expect(kindsIn(text)).toEqual([mark]));

test.each([
  'Internal only',
  'INTERNAL ONLY: the key lay in a chat.',
  '[Internal only] the key lay in a chat.',
  '[INTERNAL] Root cause',
  '> [CONFIDENTIAL] The key lay in a chat.',
  '(internal use only) The key lay in a chat.',
  'For internal use only',
  'Internal notes',
  'Strictly confidential: the key lay in a chat.',
  'CONFIDENTIAL — the key lay in a chat.',
  '🔒 Staff only: the key lay in a chat.',
  'Do not publish',
  'Do not share outside the company: the key lay in a chat.',
  'Not for publication.',
  'TLP:AMBER',
  'TLP: RED',
  'Vertraulich: der Schlüssel lag in einem Chat.',
  'Nur für den internen Gebrauch',
  'Usage interne uniquement',
  'Confidentiel : la clé était dans un chat.',
  'Uso interno',
  'Não publicar',
  '【社外秘】鍵はチャットにありました。',
  'للاستخدام الداخلي فقط',
  'سري للغاية',
])('a note: %j', (text) => expect(kindsIn(text)).toEqual([words]));

test.each([
  'The admin API is internal only.',
  'Internal: staff could not log in for 40 minutes.',
  'Internal impact',
  'Internal error',
  'The dashboards for internal use were slow.',
  'Confidential data was not read.',
  'Confidential computing',
  'Do not publish an event twice.',
  'We shared it with partners as TLP:AMBER and with everybody as TLP:CLEAR.',
  'TLP:CLEAR',
  'Secret: none was read.',
  'arn:aws:s3:::internal-data',
  'dembase:::internal',
  'std::internal::lock',
  'Gateway["Gateway"]:::internal',
  '[internal](https://example.com/internal) is a guide.',
  '#1 [internal] load build definition from Dockerfile',
  '=> [internal] load .dockerignore',
  'graph TD\n  %% The gateway\n  a --> b\n  %% The shop\n  b --> c',
  'The [internal] label was missing.',
  '[redacted] was started again.',
  'See [/internal](https://example.com/internal).',
  'What happened??? Internal servers were down.',
  'It rose by 100%% and then by 20%%.',
  'The process begins with an internal review.',
  'We began an internal review.',
  'Private beta ends',
  'The private key begins with 5.',
  '{internal}',
])('neither: %j', (text) => expect(kindsIn(text)).toEqual([]));

test.each([
  ['[Internal only] the shop', 'internal only'],
  ['--- Internal only ---', 'internal only'],
  ['- [INTERNAL] Root cause', '[internal]'],
  ['A [internal only]word[/internal only].', '[/internal only]'],
])('%j may be allowed', (text, words) => {
  expect(find(text)).toHaveLength(1);
  expect(finderWith({ allow: [{ text: words, because: 'It is a shelf.', until: '2099-12-31' }] })(text)).toEqual([]);
});

test('a find is where the words stand', () => {
  expect(find('  [Internal only] the shop')).toEqual([{ kind: words, start: 3, end: 16 }]);
});

test('such words count at the begin of a text alone, and a file of the owner is one text', () => {
  expect(kindsIn('CONFIDENTIAL - do not share\nThe key lay in a chat.\n')).toEqual([words]);
  expect(kindsIn('<h1>Guide</h1>\n<p>Do not publish</p>\n')).toEqual([]);
});

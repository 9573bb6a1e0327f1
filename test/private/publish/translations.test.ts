/** `index.<language>.mdx`: its texts take the facts of the original, pass the same locks, and mistakes have their place. */
import { expect, test } from 'vitest';
import { siteSchema } from '../../../src/shared/incident/site-schema.ts';
import { bytesOf, postmortem, publish, publishAndLint, settings } from '../../support/publish.ts';

const context = { settings: siteSchema.parse({ ...settings, translations: { de: null } }) };

/** A whole translation; `changes` replaces or adds top-level lines. */
function translation(body = 'Die Geschichte.', changes: Record<string, string | undefined> = {}): string {
  const lines: Record<string, string | undefined> = {
    title: 'Die Kasse fiel für einige aus',
    summary: 'Einige Zahlungen schlugen fehl.',
    translatedAt: '2026-03-21T10:00Z',
    ...changes,
  };
  const yaml = Object.entries(lines).flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${value}`]));
  return `---\n${yaml.join('\n')}\n---\n${body}\n`;
}

const actions =
  '[{ id: A1, what: Add an alert, kind: observability, owner: Payments, due: 2026-04-15, doneWhen: It fires., state: open }]';
const original = postmortem('The story.', {
  actions,
  trigger: 'A deploy.',
  timeline:
    '[{ at: 2026-03-14T09:12Z, kind: trigger, what: The deploy began. }, { at: 2026-03-14T09:30Z, kind: note, what: First., }, { at: 2026-03-14T09:30Z, kind: note, what: Second. }, { at: 2026-03-14T09:40Z, kind: note, what: Unsaid., internal: true }]',
  references: '[{ title: Notes, url: "https://example.org/notes" }]',
  lessons: '{ wentWell: [Quick.] }',
});

async function translate(text: string, from = original) {
  const publication = await publish(from, { context, translations: { de: text } });
  return { publication, german: publication.translations?.['de']?.postmortem };
}

const table: [name: string, text: string, expected: string[]][] = [
  ['no frontmatter', 'Nur Text.', ['1:1 yaml/no-frontmatter']],
  ['malformed YAML', '---\ntitle: "x\n---\nText', ['2:8 yaml/malformed']],
  ['no title', translation('x', { title: undefined }), ['2:1 schema/missing']],
  ['no moment of translation', translation('x', { translatedAt: undefined }), ['2:1 schema/missing']],
  ['a moment without offset', translation('x', { translatedAt: '2026-03-21T10:00' }), ['4:15 schema/wrong-value']],
  ['a fact', translation('x', { severity: 'sev2' }), ['5:1 translation/fact']],
  ['a fact within a block', translation('x', { impact: '{ users: 5 }' }), ['5:11 translation/fact']],
  [
    'a fact within a row',
    translation('x', { timeline: '[{ at: 2026-03-14T09:12Z, what: Los., internal: true }]' }),
    ['5:49 translation/fact'],
  ],
  ['internal notes', translation('x', { internal: '{ note: CANARY }' }), ['5:1 translation/fact']],
  ['an unknown key', translation('x', { titel: 'y' }), ['5:1 schema/unknown-key']],
  ['no story', translation(''), ['6:1 translation/no-story']],
  [
    'a row at another time',
    translation('x', { timeline: '[{ at: 2026-03-14T10:12Z, what: Los. }]' }),
    ['5:12 translation/no-counterpart'],
  ],
  [
    'a row that is internal in the original',
    translation('x', { timeline: '[{ at: 2026-03-14T09:40Z, what: CANARY }]' }),
    ['5:12 translation/no-counterpart'],
  ],
  [
    'one of two rows of one time',
    translation('x', { timeline: '[{ at: 2026-03-14T09:30Z, what: Eins. }]' }),
    ['5:12 translation/count'],
  ],
  [
    'an action that is none',
    translation('x', { actions: '[{ id: A9, what: Tun }]' }),
    ['5:11 translation/no-counterpart'],
  ],
  [
    'a reason that the original has not',
    translation('x', { actions: '[{ id: A1, droppedBecause: Nein }]' }),
    ['5:37 translation/no-counterpart'],
  ],
  ['advice that the original has not', translation('x', { advice: 'Warten.' }), ['5:9 translation/no-counterpart']],
  [
    'lost data that the original has not',
    translation('x', { impact: '{ dataLoss: Alles. }' }),
    ['5:21 translation/no-counterpart'],
  ],
  [
    'more factors than the original has',
    translation('x', { contributingFactors: '[Eins., Zwei.]' }),
    ['5:22 translation/count'],
  ],
  ['broken MDX', translation('Gut.\n\n<Note>\n\nNie zu.'), ['8:1 story/not-mdx']],
  ['code', translation('{1 + 1}'), ['6:1 story/code']],
  ['an element of internal text that is not closed', translation('a <Internal>CANARY'), ['6:3 story/not-mdx']],
  [
    'an element of internal text in lower case',
    translation('a <internal>CANARY</internal>'),
    ['6:3 redaction/unaccounted'],
  ],
  ["a person's name", translation('Mei Chen kam.'), ['6:1 redaction/private-text']],
  ["a person's name in a field", translation('x', { trigger: 'Durch Mei Chen.' }), ['5:16 redaction/private-text']],
  ["a person's name in the title", translation('x', { title: 'Ohne Mei Chen' }), ['2:13 redaction/private-text']],
  ['an unknown person', translation('Dann kam @niemand.'), ['6:10 record/unknown-person']],
  ['a picture that is not there', translation('![Ein Bild](kein.png)'), ['6:1 file/not-found']],
];

test.each(table)('%s has its place, and nothing is published', async (_, text, expected) => {
  const { publication } = await translate(text);
  const inFile = publication.problems.filter(({ location }) => location.file.endsWith('/index.de.mdx'));
  const found = inFile.map(({ location, code }) => `${location.line}:${location.column} ${code}`);
  for (const place of expected) expect(found).toContain(place);
  expect(publication.postmortem).toBeUndefined();
  expect(publication.translations).toBeUndefined();
  expect(JSON.stringify(publication)).not.toMatch(/CANARY|Mei Chen/);
});

test('facts are those of the original, texts those of the translation', async () => {
  const { publication, german } = await translate(
    translation('## Was geschah\n\nMehr [dazu](/postmortems/other/#timeline), [als Datei](/report.pdf).', {
      trigger: 'Eine **Auslieferung**.',
      timeline:
        '[{ at: 2026-03-14T09:30Z, what: Erstens. }, { at: 2026-03-14T09:12Z, what: Es begann. }, { at: 2026-03-14T09:30Z, what: Zweitens. }]',
      actions: '[{ id: A1, what: Einen Alarm einrichten }]',
      references: '[{ url: "https://example.org/notes", title: Notizen }]',
    }),
  );
  expect(publication.problems).toEqual([]);
  expect(publication.translations?.['de']?.translatedAt).toBe('2026-03-21T10:00:00Z');
  expect(german).toMatchObject({
    id: 'PM-2026-001',
    severity: 'sev1',
    title: 'Die Kasse fiel für einige aus',
    trigger: { html: 'Eine <strong>Auslieferung</strong>.' },
    references: [{ title: 'Notizen', url: 'https://example.org/notes' }],
    times: publication.postmortem?.times,
    impact: publication.postmortem?.impact,
  });
  expect(german?.timeline.map(({ what }) => what.text)).toEqual(['Es begann.', 'Erstens.', 'Zweitens.']);
  expect(german?.story.segments).toEqual([
    {
      html: '<h2 id="was-geschah">Was geschah</h2>\n<p>Mehr <a href="/de/postmortems/other/#timeline">dazu</a>, <a href="/report.pdf">als Datei</a>.</p>',
    },
  ]);
});

test('a text that is not translated is the original, marked with its language', async () => {
  const { german } = await translate(translation('x', { actions: '[{ id: A1, what: Einen Alarm einrichten }]' }));
  expect(german?.trigger?.html).toBe('<span lang="en">A deploy.</span>');
  expect(german?.lessons.wentWell[0]?.html).toBe('<span lang="en">Quick.</span>');
  expect(german?.actions[0]).toMatchObject({
    what: { html: 'Einen Alarm einrichten' },
    doneWhen: { html: '<span lang="en">It fires.</span>', text: 'It fires.' },
  });
});

test('what is internal in a translation is removed, wherever it stands', async () => {
  const hidden = '<Internal>CANARY-field</Internal>';
  const { publication, german } = await translate(
    translation(
      'Öffentlich.\n\n<Internal>\n\n## CANARY-heading\n\nCANARY-block\n\n</Internal>\n\nAuch <Redacted because="security">CANARY-redacted</Redacted>.{/* CANARY-comment */}\n',
      {
        summary: `"Kurz. ${hidden}"`,
        trigger: `"${hidden}"`,
        timeline: `[{ at: 2026-03-14T09:12Z, what: "Los. ${hidden}" }]`,
        lessons: `{ wentWell: ["Schnell. ${hidden}"] } # CANARY-yaml`,
      },
    ),
  );
  expect(publication.problems).toEqual([]);
  expect(bytesOf(publication)).not.toContain('CANARY');
  expect(german?.summary.text).toBe('Kurz.');
  // Where nothing public is left of a text, the original's stands.
  expect(german?.trigger?.text).toBe('A deploy.');
  expect(german?.timeline[0]?.what.text).toBe('Los.');
  expect(JSON.stringify(german?.story)).toMatch(/Öffentlich\..*\[geschwärzt: security\]/);
  expect(publication.withheld).toMatchObject({ internalParts: 5, redactedWords: 1, comments: 2 });
});

test('the words of a story are those of its language: figures, notes and what is redacted', async () => {
  const { german } = await translate(translation('| a |\n|---|\n| b |\n\nText[^1].\n\n[^1]: Note.'));
  expect(JSON.stringify(german?.story)).toMatch(/aria-label=\\"Tabelle\\".*Fußnoten/);
});

test('the texts of a translation are checked as texts, and its facts are not judged a second time', async () => {
  const { problems } = await publishAndLint(original, {
    context,
    translations: { de: translation('## Was geschah\n\nTODO\n\n## Leer\n\n[hier](#nirgends)') },
  });
  const codes = problems.filter(({ location }) => location.file.endsWith('.de.mdx')).map(({ code }) => code);
  expect(codes).toContain('text/leftover');
  expect(codes).toContain('links/dead-anchor');
  expect(codes.filter((code) => code.startsWith('actions/') || code.startsWith('detection/'))).toEqual([]);
});

test('a check is silenced in a translation as in the original', async () => {
  const { problems } = await publishAndLint(original, {
    context,
    translations: {
      de: translation(
        '{/* candor-disable-next-line text/leftover: so heißt das Spiel */}\nDas Spiel TODO lief weiter.',
      ),
    },
  });
  expect(problems.filter(({ location }) => location.file.endsWith('.de.mdx'))).toEqual([]);
});

test('a draft is not published in any language', async () => {
  const { publication } = await translate(translation('CANARY'), postmortem('x', { state: 'draft' }));
  expect(publication.problems).toEqual([]);
  expect(bytesOf(publication)).not.toContain('CANARY');
});

const hidden = '"<Internal>CANARY-original</Internal>"';
const actionOf = (changes: string) =>
  `[{ id: A1, kind: fix, owner: T, due: 2026-05-01, what: ${changes.includes('what:') ? '' : 'Add it, '}${changes.replace(/^what: /, '')}${changes.includes('doneWhen:') ? '' : ', doneWhen: Done.'}, state: open }]`;

/** A text that is internal as a whole in the original, and one in its place in the translation. */
const places: [key: string, original: Record<string, string>, translated: (text: string) => Record<string, string>][] =
  [
    ['summary', { summary: hidden }, (text) => ({ summary: text })],
    ['advice', { advice: hidden }, (text) => ({ advice: text })],
    ['trigger', { trigger: hidden }, (text) => ({ trigger: text })],
    [
      'contributingFactors[0]',
      { contributingFactors: `[${hidden}]` },
      (text) => ({ contributingFactors: `[${text}]` }),
    ],
    [
      'contributingFactors[0]',
      { contributingFactors: `[${hidden}, Shown.]` },
      (text) => ({ contributingFactors: `[${text}, "<Internal>CANARY-b</Internal>"]` }),
    ],
    [
      'mitigations[1]',
      { mitigations: `[Shown., ${hidden}]` },
      (text) => ({ mitigations: `["<Internal>CANARY-b</Internal>", ${text}]` }),
    ],
    ...['wentWell', 'wentBadly', 'gotLucky'].map((key): (typeof places)[number] => [
      `lessons.${key}[0]`,
      { lessons: `{ ${key}: [${hidden}] }` },
      (text) => ({ lessons: `{ ${key}: [${text}] }` }),
    ]),
    [
      'timeline[0]',
      { timeline: `[{ at: 2026-03-14T09:12Z, kind: note, what: ${hidden} }]` },
      (text) => ({ timeline: `[{ at: 2026-03-14T09:12Z, what: ${text} }]` }),
    ],
    [
      'timeline[0]',
      { timeline: '[{ at: 2026-03-14T09:12Z, kind: note, what: CANARY, internal: true }]' },
      (text) => ({ timeline: `[{ at: 2026-03-14T09:12Z, what: ${text} }]` }),
    ],
    [
      'timeline[1]',
      {
        timeline: `[{ at: 2026-03-14T09:12Z, kind: note, what: Shown. }, { at: 2026-03-14T09:12Z, kind: note, what: ${hidden} }]`,
      },
      (text) => ({
        timeline: `[{ at: 2026-03-14T09:12Z, what: Gezeigt. }, { at: 2026-03-14T09:12Z, what: ${text} }]`,
      }),
    ],
    [
      'actions[0].what',
      { actions: actionOf(`what: ${hidden}`) },
      (text) => ({ actions: `[{ id: A1, what: ${text} }]` }),
    ],
    [
      'actions[0].doneWhen',
      { actions: actionOf(`doneWhen: ${hidden}`) },
      (text) => ({ actions: `[{ id: A1, doneWhen: ${text} }]` }),
    ],
    [
      'actions[0].droppedBecause',
      {
        actions: actionOf(`droppedOn: 2026-04-01, droppedBecause: ${hidden}`).replace('state: open', 'state: dropped'),
      },
      (text) => ({ actions: `[{ id: A1, droppedBecause: ${text} }]` }),
    ],
    [
      'actions[0].moved[0].because',
      { actions: actionOf(`moved: [{ at: 2026-04-01, from: 2026-04-15, because: ${hidden} }]`) },
      (text) => ({ actions: `[{ id: A1, moved: [{ at: 2026-04-01, because: ${text} }] }]` }),
    ],
    [
      'revisions[0].note',
      { revisions: `[{ at: 2026-03-21T10:00Z, kind: correction, note: ${hidden} }]` },
      (text) => ({ revisions: `[{ at: 2026-03-21T10:00Z, note: ${text} }]` }),
    ],
  ];

test.each(places)('%s, internal in the original, is not published from its translation (%#)', async (key, from, to) => {
  const { publication } = await translate(translation('x', to('CANARY-translated')), postmortem('The story.', from));
  const found = publication.problems.filter(({ code }) => code === 'translation/no-counterpart');
  expect(found.map(({ fact }) => fact)).toEqual([expect.stringContaining(`\`${key}\``)]);
  expect(publication.translations).toBeUndefined();
  expect(JSON.stringify(publication)).not.toContain('CANARY');
});

test.each(places)('%s may be internal in both (%#)', async (_, from, to) => {
  const text = '"<Internal>CANARY-translated</Internal>"';
  const { publication, german } = await translate(translation('x', to(text)), postmortem('The story.', from));
  expect(publication.problems.filter(({ code }) => code.startsWith('translation/'))).toEqual([]);
  expect(german).toBeDefined();
  expect(bytesOf(publication)).not.toContain('CANARY');
});

test('what is public of a list is translated one by one, with what is internal and without', async () => {
  const from = postmortem('The story.', { mitigations: `[First., ${hidden}, Second.]` });
  for (const given of ['[Erstens., Zweitens.]', '[Erstens., "<Internal>CANARY</Internal>", Zweitens.]']) {
    const { german } = await translate(translation('x', { mitigations: given }), from);
    expect(german?.mitigations.map(({ text }) => text)).toEqual(['Erstens.', 'Zweitens.']);
  }
});

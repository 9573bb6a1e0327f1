/** Sites at the edges of what a page has to bear: nothing, one, titles and words of any length, another script. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { anyPng, type Files, writeFiles } from './site.ts';

export type EdgeSite = 'nothing' | 'one' | 'long' | 'arabic';

/** Breaks nowhere by itself. */
export const longWord = 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzesänderungsantrag';
const longCode = 'com.example.payments.authorisation.queue_retry_policy_configuration_v2';
const longPath = `https://postmortems.example/${'a-part-of-an-address-'.repeat(6)}end/`;
export const longTitle =
  'Between the first and the last delivery of the day, orders from warehouses in eleven countries went to carriers twice, late, or with the address of the order before, and nobody was told';

/** Facts of one postmortem in the words of a site. */
interface Words {
  language: string;
  title: string;
  sentence: string;
  /** Short: a name, a tag. */
  name: string;
  word: string;
  team: string;
  heading: string;
}

const longWords: Words = {
  language: 'en-GB',
  title: longTitle,
  sentence: `${longTitle}, because ${longWord} was read as \`${longCode}\` by what was told to read it.`,
  name: `${longWord} and what depends on it`,
  word: longWord,
  team: `Team for ${longWord} and ${longCode}`,
  heading: `What happened to ${longWord} in \`${longCode}\` before anybody looked`,
};

const arabicWords: Words = {
  language: 'ar',
  title: 'فشل الدفع لدى عميل من كل ثلاثة عملاء في صباح يوم السبت',
  sentence: 'لمدة 53 دقيقة في 14 مارس 2026 فشلت عملية دفع من كل ثلاث، لأن `checkout-api` انتظر قفلين.',
  name: 'الدفع',
  word: 'قاعدة',
  team: 'فريق المدفوعات',
  heading: 'ما الذي حدث',
};

const plainWords: Words = {
  language: 'en-GB',
  title: 'Checkout failed for one in three customers',
  sentence: 'For 53 minutes on 14 March 2026, one in three payments failed.',
  name: 'Checkout',
  word: 'database',
  team: 'Payments',
  heading: 'What happened',
};

/** Writes the site; `nothing` has no postmortem, `one` a single one of a service without an SLA. */
export async function writeEdgeSite(site: string, kind: EdgeSite): Promise<void> {
  mkdirSync(join(site, 'public'), { recursive: true });
  mkdirSync(join(site, 'content/postmortems'), { recursive: true });
  const words = { nothing: plainWords, one: plainWords, long: longWords, arabic: arabicWords }[kind];
  const hasAgreements = kind === 'long' || kind === 'arabic';
  const files: Files = {
    'content/site.yaml': settings(words),
    'content/people.yaml': '{}\n',
    'content/redaction.yaml': 'terms: []\n',
    'content/services/checkout.yaml': service(words, hasAgreements),
  };
  if (kind !== 'nothing') files['content/postmortems/one/index.mdx'] = postmortem(words, 'PM-1', 'final');
  if (hasAgreements) {
    files['content/services/second.yaml'] = service({ ...words, name: `${words.name} 2` }, false);
    files['content/postmortems/one/errors.csv'] = chartData(words);
    files['content/postmortems/one/graph.png'] = await anyPng();
    files['content/postmortems/one/index.mdx'] += richStory(words);
    for (const [id, state] of [
      ['two', 'preliminary'],
      ['three', 'final'],
    ] as const)
      files[`content/postmortems/${id}/index.mdx`] = postmortem(words, `PM-${id}`, state);
  }
  await writeFiles(site, files);
}

const quoted = JSON.stringify;

function settings({ language, title, sentence, name, word }: Words): string {
  return `name: ${quoted(`${name} ${word}`)}
organisation: ${quoted(name)}
description: ${quoted(sentence)}
url: https://postmortems.example/
established: 2024-01-01
language: ${language}
severities:
  - { id: sev1, name: ${quoted(word)}, meaning: ${quoted(title)} }
  - { id: sev2, name: ${quoted(`${word} 2`)}, meaning: ${quoted(title)} }
footer: ${quoted(sentence)}
`;
}

function service({ name, sentence, team }: Words, hasAgreements: boolean): string {
  const head = `name: ${quoted(name)}\ndescription: ${quoted(sentence.replaceAll('`', ''))}\ngroup: ${quoted(team)}\n`;
  if (!hasAgreements) return head;
  return `${head}agreements:
  - { kind: availability, target: 99.95, window: calendar-month, credits: [{ below: 99.95, percent: 10 }], from: 2024-01-01 }
  - { kind: acknowledge, severity: sev1, within: PT15M, hours: "Mon-Fri 09:00-17:30 UTC", from: 2024-01-01 }
  - { kind: publish, within: P14D, from: 2024-01-01 }
`;
}

/** The last one is not over. */
function postmortem({ title, sentence, word, team, heading }: Words, id: string, state: string): string {
  const isOver = state === 'final';
  const text = quoted(sentence);
  return `---
id: ${id}
title: ${quoted(title)}
summary: ${text}
state: ${state}
publishedAt: 2026-03-20T10:00:00Z
severity: ${isOver ? 'sev1' : 'sev2'}
tags: [${tagOf(word)}, deploy]
times:
  started: 2026-03-14T09:12Z
  firstLogged: 2026-03-14T09:31Z
  acknowledged: 2026-03-14T09:36Z
${isOver ? '  mitigated: about 2026-03-14T10:05Z\n  resolved: 2026-03-15T10:40Z' : ''}
detection: { by: customer, team: ${quoted(team)} }
impact:
  users: { count: about 12000, share: 33% }
  accounts: 310
  supportRequests: 87
  dataLoss: ${text}
  regions: [${quoted(title)}]
  services: [{ service: checkout, windows: [{ from: 2026-03-14T09:12Z, ${isOver ? 'to: 2026-03-14T10:05Z, ' : ''}level: partial, share: 33% }] }]
responders: [{ team: ${quoted(team)}, did: [${quoted(title)}] }]
advice: ${text}
${isOver ? '' : 'nextUpdateBy: 2026-11-27T12:00:00Z'}
trigger: ${text}
contributingFactors: [${text}, ${text}]
mitigations: [${text}]
timeline:
  - { at: 2026-03-14T09:12Z, kind: trigger, what: ${text} }
  - { at: 2026-03-14T09:31Z, kind: detection, what: ${text} }
lessons: { wentWell: [${text}], wentBadly: [${text}], gotLucky: [${text}] }
actions:
  - { id: A1, what: ${text}, kind: fix, owner: ${quoted(team)}, due: 2026-04-15, doneWhen: ${text}, state: open, moved: [{ at: 2026-03-25, from: 2026-04-01, because: ${text} }] }
  - { id: A2, what: ${text}, kind: observability, owner: ${quoted(team)}, due: 2026-04-15, doneWhen: ${text}, state: dropped, droppedOn: 2026-04-10, droppedBecause: ${text} }
revisions: [{ at: 2026-03-25T09:00:00Z, kind: correction, note: ${text} }]
references: [{ title: ${quoted(title)}, url: ${quoted(longPath)} }]
${id === 'PM-1' && title !== plainWords.title ? `attachments: [{ title: ${quoted(title)}, file: errors.csv }]\n` : ''}---

## ${heading}

${sentence} ${longPath}
`;
}

/** Tags are read as addresses: a word of another script is one letter by letter. */
function tagOf(word: string): string {
  return word.replace(/[^a-z]/gi, '').toLowerCase() || 'database';
}

function chartData({ word }: Words): string {
  return `time,${word}\n2026-03-14T09:00Z,120000\n2026-03-14T09:30Z,8300\n2026-03-15T10:00Z,1.25\n`;
}

function richStory({ title, sentence, word, team, heading }: Words): string {
  return `
### ${heading}

<Chart data="errors.csv" x="time" y="${word}" title=${quoted(title)} unit=${quoted(word)} alt=${quoted(title)} />

| ${word} | ${team} | |
| :-- | --: | :-: |
| ${sentence} | ${word} | 12 |
| \`${longCode}\` | ${title} | ${longPath} |

- [ ] ${sentence}
  - ${word}
    1. ${sentence}

<Figure src="./graph.png" alt=${quoted(title)} caption=${quoted(sentence.replaceAll('`', ''))} />

\`\`\`sh
${longCode} --option=${longCode} --another=${longCode} ${longPath}
\`\`\`

<Quote by=${quoted(team)}>
${sentence}
</Quote>

<Note>
${word}: ${sentence}
</Note>

<Warning>
${sentence}
</Warning>

<details>
<summary>${title}</summary>

${sentence}

</details>

<dl>
<dt>${word}</dt>
<dd>${sentence}</dd>
</dl>
`;
}

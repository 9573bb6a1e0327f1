/** Documents in the languages that a site speaks: their headings, labels, zones, and words for what is roughly meant. */
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { importMarkdown } from '../../../src/author/importers/markdown.ts';
import { kindOfHeading } from '../../../src/author/importers/section-headings.ts';

function read(text: string) {
  const [draft] = importMarkdown({ fileName: 'kiln.md', text }, { severity: 'sev3' });
  const matter = /^---\n([\s\S]*?)\n---\n/.exec(draft?.mdx ?? '')?.[1] ?? '';
  const { times, timeline, summary, contributingFactors } = parse(matter);
  const rows: { at: string; what: string }[] = timeline ?? [];
  return {
    times,
    moments: rows.map(({ at }) => at),
    texts: rows.map(({ what }) => what),
    summary,
    contributingFactors,
    matter,
  };
}

const begin = { started: 'about 2026-03-14T09:12+01:00', firstLogged: 'about 2026-03-14T09:31+01:00' };
const moments = ['2026-03-14T09:12+01:00', 'about 2026-03-14T09:31+01:00', 'about 2026-03-14T10:00+01:00'];

test.each([
  {
    language: 'German',
    text: `# Der Brand im Ofen

| Feld | Wert |
|---|---|
| Beginn | 14.03.2026 09:12 Uhr MEZ (das Gas) |
| Erkannt | 14.03.2026 gegen 09:31 Uhr MEZ |
| Schweregrad | SEV-2 (viele) |

## Zusammenfassung

Der Ofen ging aus.

## Zeitlicher Ablauf

Alle Zeiten in MEZ.

- 09:12 Uhr: Das Gas war leer.
- gegen 09:31 Uhr: Kunden melden kalte Ware.
- kurz vor 10 Uhr: Eine neue Flasche.

## Ursachen

- Die Flasche war leer.
`,
    told: { summary: 'Der Ofen ging aus.', contributingFactors: ['Die Flasche war leer.'] },
  },
  {
    language: 'French',
    text: `# Le four

- **Début** : 14 mars 2026 09:12 CET
- **Détecté** : 14 mars 2026 vers 09:31 CET
- **Gravité** : SEV-2

## Résumé

Le four était froid.

## Chronologie

Toutes les heures sont en CET.

- 09h12 : Le gaz manque.
- vers 09h31 : Les clients appellent.
- environ 10h00 : Une bouteille neuve.

## Causes racines

- La bouteille était vide.
`,
    told: { summary: 'Le four était froid.', contributingFactors: ['La bouteille était vide.'] },
  },
  {
    language: 'Spanish',
    text: `# El horno

- Inicio: 14/03/2026 09:12 CET
- Detectado: 14/03/2026 09:31 CET
- Severidad: SEV-2

## Resumen

El horno se apagó.

## Cronología

Todas las horas en CET.

- 09:12: Falta el gas.
- hacia las 09:31: Los clientes avisan.
- alrededor de las 10:00: Una bombona nueva.

## Causa raíz

- La bombona estaba vacía.
`,
    told: { summary: 'El horno se apagó.', contributingFactors: ['La bombona estaba vacía.'] },
  },
  {
    language: 'Portuguese',
    text: `# O forno

- Início: 14/03/2026 09:12 CET
- Detectado: 14/03/2026 09:31 CET
- Gravidade: SEV-2

## Resumo

O forno apagou.

## Linha do tempo

Todos os horários em CET.

- 09:12: Falta gás.
- por volta das 09:31: Os clientes avisam.
- cerca das 10:00: Uma botija nova.

## Causa raiz

- A botija estava vazia.
`,
    told: { summary: 'O forno apagou.', contributingFactors: ['A botija estava vazia.'] },
  },
])('a document in $language', ({ text, told }) => {
  const draft = read(text);
  expect(draft.times).toMatchObject(begin);
  expect(draft.moments).toEqual(moments);
  expect(draft).toMatchObject(told);
  expect(draft.matter).toContain('The source says `SEV-2');
});

const japanese = `# 窯の停止

## メタデータ

| 項目 | 内容 |
|---|---|
| 発生日時 | 2026-03-14 23:12 (JST)（ガスの供給が止まった時刻） |
| 検知日時 | 2026-03-14 23:31 頃 (JST)（利用者の報告） |
| 復旧日時 | 2026-03-15 00:40 (JST) |
| 重大度 | SEV-2（すべての焼成が止まり、翌朝の出荷に間に合わなくなった。顧客への影響は大きい） |

## サマリー

窯が止まった。

## タイムライン

| 時刻 (JST) | イベント |
|---|---|
| （長期） | ボンベは点検されていなかった |
| 03-14 23:12 | ガスが切れた |
| 03-14 23:31 頃 | 利用者が気付いた |
| 03-15 00:20〜00:40 | 新しいボンベに交換した |
| 2026-03-15 午前 | 点検の手順を書き直した |

## 根本原因

- ボンベが空だった。

## 対応の評価

- 02:00 JST の点検はこの日なかった
`;

test('a document in Japanese', () => {
  const draft = read(japanese);
  expect(draft.times).toEqual({
    started: 'about 2026-03-14T23:12+09:00',
    firstLogged: 'about 2026-03-14T23:31+09:00',
    resolved: 'about 2026-03-15T00:40+09:00',
  });
  expect(draft.moments).toEqual([
    '2026-03-14T23:12+09:00',
    'about 2026-03-14T23:31+09:00',
    '2026-03-15T00:20+09:00',
    'unknown',
  ]);
  expect(draft.texts[1]).toBe('利用者が気付いた');
  expect(draft).toMatchObject({ summary: '窯が止まった。', contributingFactors: ['ボンベが空だった。'] });
  expect(draft.matter).toContain('The source says `SEV-2`');
});

test.each(['All times are 2026-03-28 UTC.', '全時刻は 2026-03-28 UTC。', 'すべての時刻は 2026-03-28 (UTC) です。'])(
  'the day and zone of all times stand in a sentence: %s',
  (sentence) => {
    const { moments: read_ } = read(
      `# Kiln\n\n## Timeline\n\n${sentence}\n\n| Time | Event |\n|---|---|\n| 14:40 | Out. |\n`,
    );
    expect(read_).toEqual(['2026-03-28T14:40Z']);
  },
);

test.each([
  ['14:40 頃', 'about'],
  ['14:40ごろ', 'about'],
  ['14:40 以降', 'about'],
  ['14:40 (UTC)（正確には 14:38 前後）', 'about'],
  ['14:40 左右', 'about'],
  ['14:40', ''],
])('%s is no exact time where something says so', (moment, about) => {
  const rows = `| 時刻 (UTC) | イベント |\n|---|---|\n| ${moment} | 火が消えた |\n`;
  expect(read(`# 窯 2026-03-28\n\n## タイムライン\n\n${rows}`).moments).toEqual([`${about} 2026-03-28T14:40Z`.trim()]);
});

test.each([
  ['## Überblick', 'summary'],
  ['## 3. Ursachenanalyse', 'factors'],
  ['## Maßnahmen (offen)', 'actions'],
  ['## Ce qui a bien fonctionné', 'wentWell'],
  ['## Enseignements tirés', 'lessons'],
  ['## Lo que salió mal', 'wentBadly'],
  ['## O que deu certo', 'wentWell'],
  ['## 再発防止策', 'actions'],
  ['## 教訓', 'lessons'],
  ['## الجدول الزمني', 'timeline'],
  ['## السبب الجذري', 'factors'],
  ['## Ursachen im Vergleich der Jahre', 'other'],
  ['## 原因不明の点', 'other'],
])('%s announces: %s', (heading, kind) => {
  expect(kindOfHeading(heading.replace(/^#+ /, ''))).toBe(kind);
});

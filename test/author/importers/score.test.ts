/** How much of what documents state is in their drafts: exactly, asked about in a to-do, missed, or wrong. */
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { importMarkdown } from '../../../src/author/importers/markdown.ts';

interface Truth {
  text: string;
  title: string;
  /** As the document states them: a moment, or a day and a clock without a zone. */
  times: { started?: string; firstLogged?: string; resolved?: string };
  rows: string[];
}

const documents: Record<string, Truth> = {
  'clocks as headings, the zone beside the timeline': {
    text: '# Kiln outage, 16 October 2025\n\n## Summary\n\nNobody could fire plates.\n\n## Timeline (times in BST)\n\n### 5:00 PM\n\nThe fire goes out.\n\n### 5:42 PM\n\nMonitoring pages the potters.\n\n### 6:10 PM\n\nIt burns again. Resolved.\n',
    title: 'Kiln outage',
    times: {},
    rows: ['2025-10-16T17:00+01:00', '2025-10-16T17:42+01:00', '2025-10-16T18:10+01:00'],
  },
  'key events with words before the time': {
    text: '# 2026-03-14 Glaze runs\n\n- **Key events**\n  - First detected 2026-03-14 09:12 UTC\n  - Incident declared 2026-03-14 09:20 UTC\n  - Repaired 2026-03-14 10:00 UTC\n  - Resolved 2026-03-14 10:40 UTC\n- **Time to repair**: 48m\n',
    title: 'Glaze runs',
    times: { firstLogged: '2026-03-14T09:12Z', resolved: '2026-03-14T10:40Z' },
    rows: ['2026-03-14T09:12Z', '2026-03-14T09:20Z', '2026-03-14T10:00Z', '2026-03-14T10:40Z'],
  },
  'a table with the zone in its head': {
    text: '---\ntitle: Plates crack\ndate: 2026-05-02\n---\n\n## Timeline\n\n| Time (UTC) | Event |\n| --- | --- |\n| 23:40 | A batch is fired |\n| 23:58 | The first plate cracks |\n\n## Impact\n\n12 plates.\n',
    title: 'Plates crack',
    times: {},
    rows: ['2026-05-02T23:40Z', '2026-05-02T23:58Z'],
  },
  'bullets with month names, and days between them': {
    text: '# Wheel stops\n\nAll times are in UTC.\n\n## What happened\n\nJan 14, 2026\n\n- 10:18 AM The belt slips\n- 10:31 AM A potter reports it\n\nJan 15, 2026\n\n- 9:05 AM The belt is new\n',
    title: 'Wheel stops',
    times: {},
    rows: ['2026-01-14T10:18Z', '2026-01-14T10:31Z', '2026-01-15T09:05Z'],
  },
  'German, with a clock that is rough': {
    text: '# Ofen kalt am 14.03.2026\n\nAlle Zeiten in UTC.\n\n## Zeitverlauf\n\n- 14.03.2026 9:12 Uhr: Das Feuer geht aus\n- 14.03.2026 9:40 Uhr: Der Alarm kommt an\n- gegen 10:05 Uhr: Es brennt\n',
    title: 'Ofen kalt',
    times: {},
    rows: ['2026-03-14T09:12Z', '2026-03-14T09:40Z', '2026-03-14T10:05Z'],
  },
  'no zone anywhere': {
    text: '# Clay dries on 2026-07-03\n\n## Timeline\n\n- 10:00 The tap breaks\n- 10:30 It is mended\n',
    title: 'Clay dries',
    times: {},
    rows: ['2026-07-03T10:00', '2026-07-03T10:30'],
  },
  'clocks in the text alone': {
    text: '# Shop closed on 2026-07-04\n\nThe door stuck at 09:10 UTC and opened at 09:55 UTC.\n\n## Detection\n\nA customer called at 09:14 UTC.\n',
    title: 'Shop closed',
    times: {},
    rows: ['2026-07-04T09:10Z', '2026-07-04T09:14Z', '2026-07-04T09:55Z'],
  },
};

interface Score {
  exact: number;
  asked: number;
  missed: number;
  wrong: number;
  /** Exact rows of a draft that its document does not state. */
  invented: number;
}

function scoreOf({ text, times, rows }: Truth): Score & { title: string } {
  const [draft] = importMarkdown({ fileName: 'kiln.md', text }, { severity: 'sev3' });
  const mdx = draft?.mdx ?? '';
  const fields = parse(/^---\n([\s\S]*?)\n---/.exec(mdx)?.[1] ?? '') as {
    title: string;
    times: Record<string, string>;
    timeline?: { at: string }[];
  };
  const todos = [...mdx.matchAll(/TODO[^\n]*/g)].map(([todo]) => todo).join('\n');
  const score: Score = { exact: 0, asked: 0, missed: 0, wrong: 0, invented: 0 };
  const isAsked = (stated: string) => {
    const [, hour = '', minute = ''] = /T(\d\d):(\d\d)/.exec(stated) ?? [];
    return [hour, String(Number(hour)), String(Number(hour) % 12 || 12)].some((each) =>
      todos.includes(`${each}:${minute}`),
    );
  };
  const judge = (stated: string, got: string | undefined) => {
    if (got !== undefined && isSame(stated, got))
      score[isCertain(stated) || got.startsWith('about ') ? 'exact' : 'wrong'] += 1;
    else if (got !== undefined && got !== 'unknown') score.wrong += 1;
    else score[isAsked(stated) ? 'asked' : 'missed'] += 1;
  };
  for (const [name, stated] of Object.entries(times)) judge(stated, fields.times[name]);
  const left = (fields.timeline ?? []).map(({ at }) => at);
  for (const stated of rows) {
    const at = left.findIndex((got) => isSame(stated, got));
    judge(stated, at < 0 ? undefined : left.splice(at, 1)[0]);
  }
  score.invented = left.filter((at) => at !== 'unknown' && !at.startsWith('about ')).length;
  return { ...score, title: fields.title };
}

function isCertain(stated: string): boolean {
  return /(?:Z|[+-]\d\d:\d\d)$/.test(stated);
}

function isSame(stated: string, got: string): boolean {
  const at = got.replace(/^about /, '');
  return isCertain(stated) ? Date.parse(stated) === Date.parse(at) : stated === at.slice(0, stated.length);
}

test('none is wrong or invented, four of five are there exactly, and of the rest two thirds are asked about', () => {
  const scores = Object.entries(documents).map(([name, truth]) => {
    const score = scoreOf(truth);
    expect(score, name).toMatchObject({ wrong: 0, invented: 0, title: expect.stringContaining(truth.title) });
    return score;
  });
  const sum = (key: keyof Score) => scores.reduce((total, score) => total + score[key], 0);
  const [exact, asked, missed] = [sum('exact'), sum('asked'), sum('missed')];
  expect(exact + asked + missed).toBe(22);
  expect(exact / (exact + asked + missed)).toBeGreaterThanOrEqual(0.8);
  expect(asked).toBeGreaterThanOrEqual((asked + missed) * (2 / 3));
});

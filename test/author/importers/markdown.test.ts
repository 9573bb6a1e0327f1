import { readFileSync } from 'node:fs';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { importMarkdown } from '../../../src/author/importers/markdown.ts';
import { hasMarker } from '../../../src/private/markdown/account-markers.ts';
import { postmortemSchema } from '../../../src/shared/incident/postmortem-schema.ts';
import { promote } from './promote.ts';

const name = 'PM2031-004 - Queue stopped.md';
const fixture = readFileSync(new URL(`../../fixtures/importers/${name}`, import.meta.url), 'utf8');

function importText(text: string, fileName = 'note.md') {
  const [postmortem] = importMarkdown({ fileName, text }, { severity: 'unclassified' });
  if (postmortem === undefined) throw new Error('Nothing was imported.');
  const [, yaml = '', story = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(postmortem.mdx) ?? [];
  return { ...postmortem, yaml, story, frontmatter: parse(yaml) };
}

/** Throws where the text is no MDX; gives the kinds of code nodes in it. */
function codeIn(mdx: string): string[] {
  const kinds: string[] = [];
  visit(unified().use(remarkParse).use(remarkGfm).use(remarkMdx).parse(mdx), (node) => {
    if (node.type === 'mdxjsEsm') kinds.push(node.type);
    if (/Expression$/.test(node.type) && 'value' in node && !/^\/\*[\s\S]*\*\/$/.test(node.value))
      kinds.push(node.type);
    if (/^mdxJsx/.test(node.type) && 'name' in node && node.name !== 'br') kinds.push(`<${node.name}>`);
  });
  return kinds;
}

describe('a whole file', () => {
  const draft = importText(fixture, name);

  test('the frontmatter is valid as a draft and, promoted, as final', () => {
    expect(postmortemSchema.safeParse(draft.frontmatter).error).toBeUndefined();
    const final = /^---\n([\s\S]*?)\n---\n/.exec(promote(draft.mdx, '2031-03-01T00:00Z'))?.[1] ?? '';
    expect(postmortemSchema.parse(parse(final))).toMatchObject({ state: 'final' });
  });

  test('id, slug, title and tag come from the file', () => {
    expect(draft.slug).toBe('pm-2031-004-queue-stopped');
    expect(draft.frontmatter).toMatchObject({
      id: 'PM-2031-004',
      title: 'Queue stopped draining',
      tags: ['message-queues'],
    });
  });

  test('phases that the noted durations bear out are written as "about"', () => {
    expect(draft.frontmatter.times).toEqual({
      started: 'about 2031-02-03T08:00+01:00',
      firstLogged: 'about 2031-02-03T08:20+01:00',
      resolved: 'about 2031-02-03T09:00+01:00',
    });
    expect(draft.frontmatter.detection.by).toBe('monitoring');
  });

  test('rows without an exact time are unknown and begin with what the source says', () => {
    expect(draft.frontmatter.timeline.map(({ at, what }: { at: string; what: string }) => [at, what])).toEqual([
      ['2031-02-03T08:00+01:00', 'New worker image rolled out'],
      ['2031-02-03T08:20+01:00', 'First alert on queue depth; graph &amp; table <br />agreed'],
      ['unknown', '2031-02-03 --:--: Somebody restarted `a|b`'],
      ['unknown', '2031-02-?? ??:??: TBA'],
      ['2031-02-03T08:50+01:00', '2031-02-03 08:50-09:??: Rolled back'],
      ['2031-02-03T09:00+01:00', 'Everything **back to normal**'],
    ]);
  });

  test('prose is safe inline MDX', () => {
    expect(draft.frontmatter.summary).toBe(
      'Orders waited in the queue for \\{n} minutes because a worker read `<none>` as a topic name. See [the runbook](https://example.org/run) and ask `@octavia`.',
    );
    expect(draft.frontmatter.contributingFactors).toEqual([
      'The `@acme/worker` package, `@acme/worker` in short, had no version lock',
      '1\\. February was a holiday',
      'The topic list held \\<script>alert(1)\\</script>',
    ]);
  });

  test('attendees are internal and nowhere else', () => {
    expect(draft.frontmatter.internal.attendees).toEqual(['QXZ', 'Ingeborg Canary', 'VWK']);
    expect(draft.story).not.toMatch(/QXZ|Ingeborg|VWK|Attendees/);
  });

  test('the story is MDX without code, and keeps what has no home', () => {
    expect(codeIn(draft.story)).toEqual([]);
    for (const kept of [
      'compares 1 \\< 2',
      'About queues',
      'not length',
      '[ ] Lock the version',
      'Time to recovery: 60 minutes',
    ]) {
      expect(draft.story).toContain(kept);
    }
    expect(draft.story).toContain('[https://example.org/a?b=\\{c}](https://example.org/a?b=%7bc%7d)');
    expect(draft.story).toContain('&#101;xport const answer');
    expect(draft.story).toContain("```\nindented = { code: '<kept>' }\n```");
    expect(draft.story).toContain('{/* internal remark */}');
    expect(draft.story).toContain('\nA block of HTML\n');
    expect(draft.story).toContain('Queue depth (image `./depth.png`)');
    expect(draft.story).toContain('[run]: https://example.org/run');
  });

  test('action items are a template to fill in, not promises', () => {
    expect(draft.frontmatter.actions).toBeUndefined();
    expect(draft.understood.actionItems).toBe(0);
    const flat = importText('# A\n\n## Action Items\n\n- Lock it\n');
    expect(flat.yaml).toContain('#     what: "Lock it"');
    expect(flat.story).not.toContain('Lock it');
  });

  test('the name of the source stands in no comment, where the leak gate took it for private text', () => {
    expect(draft.yaml).not.toContain('PM2031');
  });

  test('each to-do stands in the frontmatter too', () => {
    for (const todo of draft.todo) expect(draft.yaml).toContain(`# TODO: ${todo}`);
  });
});

describe('odd input', () => {
  test.each([
    ['no headings', 'Just a paragraph.'],
    ['only a title', '# Title'],
    ['nothing but blank lines', '\n\n\n'],
    ['an unclosed comment', '# T\n\n<!-- never closed\n\n<Internal>x'],
    ['code with markers', '# T\n\n```jsx\n<Internal>{x}</Internal>\n```\n\nText <Internal>y</Internal> {/* z */}'],
    ['nested html', '# T\n\n<details>\n<summary>S</summary>\n\n- a {b}\n\n</details>'],
    ['links of refused schemes', '# T\n\n[x](javascript:alert(1)) [y](https://u:p@example.org) <slack://z>'],
    ['import at the start', '# T\n\nimport of data failed.\n\n## Summary\n\nexport failed {x}\n'],
    ['a list with indented code', '# T\n\n- item\n\n      code { < }\n- other'],
    ['footnotes in factors', '# T\n\n## Contributing factors\n\n- a[^1]\n\n[^1]: note {x} <y>\n'],
    ['right-to-left and invisible characters', '# T\u202e\u200b\n\nשלום\u00ad {x}'],
    ['yaml-like text', '# a: b # c\n\n## Summary\n\n- not prose\n\n---\n\n{{ template }}\n'],
  ])('%s becomes a valid draft whose story is MDX without code', (_, text) => {
    const { frontmatter, story } = importText(text);
    expect(postmortemSchema.safeParse(frontmatter).error).toBeUndefined();
    expect(codeIn(story)).toEqual([]);
  });

  test('a marker in text is no marker any more', () => {
    const { story } = importText(
      '# T\n\nText <Internal>y</Internal> \\<Redacted because="x"> `<internal>`\n\n```\n<Internal>\n```',
    );
    expect(story).toBe('\nText `Internal`y`/Internal` `Redacted` `internal>`\n\n```\nInternal>\n```\n');
    expect(hasMarker(story)).toBe(false);
  });

  test('blocks that name people become internal', () => {
    const { story, frontmatter } = importText(
      '# T\n\n**Authors:** Canary One\n\nPublic words.\n\n## Stats\n\n- Owner: Canary Two\n',
    );
    expect(story).not.toContain('Canary');
    expect(story).toContain('Public words.');
    expect(JSON.stringify(frontmatter.internal)).toMatch(/Canary One.*Canary Two/);
  });

  test('frontmatter of other tools becomes internal', () => {
    const { frontmatter, story } = importText('---\nowner: canary\n---\n# T\n\nText.\n');
    expect(frontmatter.internal.frontmatter).toBe('owner: canary');
    expect(story).toBe('\nText.\n');
  });

  test('times without a stated zone are about, and said to be', () => {
    const { frontmatter, todo } = importText(
      '# T\n\n## Timeline\n\n| Time | Event |\n|-|-|\n| 2031-01-01 10:00 | Began |\n',
    );
    expect(frontmatter.timeline).toEqual([{ at: 'about 2031-01-01T10:00Z', kind: 'note', what: 'Began' }]);
    expect(todo.join()).toContain('The source names no time zone');
  });

  test('CET in summer is taken literally, and said to be', () => {
    const { frontmatter, todo } = importText(
      '# T\n\n## Timeline\n\nAll times in CET.\n\n- 2031-07-01 10:00 Began\n- 11:30 – Ended\n',
    );
    expect(frontmatter.timeline.map(({ at }: { at: string }) => at)).toEqual([
      '2031-07-01T10:00+01:00',
      '2031-07-01T11:30+01:00',
    ]);
    expect(todo.join()).toContain('it was taken as UTC+1 also in summer');
  });
});

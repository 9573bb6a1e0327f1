/** Every expression of the code takes time linear in its input, or its input is bounded, for a reason that stands here. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { check } from 'recheck';
import ts from 'typescript';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

/** Why an expression may take longer than linear time. */
const reasons = {
  line: 'one line of a text file, of at most 50,000 characters, where the slow input does nothing worse than a second',
  short: 'a value of at most two thousand characters',
  bounded: 'each place of the text is read again a bounded number of times, which a checker of growth counts',
  own: 'HTML that Candor wrote, in which every tag is closed',
  closed: 'JSON that was parsed before, in which every quote is closed',
  owner: 'the policy or the settings of the owner of the site',
} as const;

/** By file, the expressions (their beginnings) that a checker calls slow or cannot judge. */
const accepted: Record<string, readonly (readonly [begin: string, reason: keyof typeof reasons])[]> = {
  'cli/dev-page.ts': [['<body[^>]*>', 'own']],
  'cli/place-problems.ts': [['<[a-z][a-z0-9]*\\b[^>]*? data-line', 'own']],
  'cli/dev.ts': [['\\.[^/]*$|', 'short']],
  'cli/write-drafts.ts': [['-+$', 'short']],
  'author/drafting/next-id.ts': [['^(.*?)(\\d+)$', 'short']],
  'site/feeds/absolute-html.ts': [
    ['<svg\\b', 'own'],
    ['<\\/?(?:details|summary)', 'own'],
    ['<desc\\b', 'own'],
  ],
  'site/feeds/serialise-feed.ts': [['<channel>|', 'own']],
  'build/gate/markup-segments.ts': [['^<[/!?]?([A-Za-z]', 'bounded']],
  'shared/formats/png.ts': [['\\n[a-z0-9 ]{1,40}', 'bounded']],
  'shared/formats/take-apart.ts': [
    ['"(?:[^"', 'closed'],
    ['data:([^,', 'bounded'],
  ],
  'shared/formats/text-file.ts': [['\\b(?:encoding|charset)', 'bounded']],
  'build/gate/own-names.ts': [['^<[/!?]?([A-Za-z]', 'bounded']],
  'author/importers/names.ts': [['-+$', 'short']],
  'author/importers/read-timeline.ts': [['^(?:\\*\\*|__)?(.*?\\d{1,2}', 'line']],
  'author/importers/read-times.ts': [
    ['^(?<day>', 'line'],
    ['(\\d+)\\s*(d|h|m)', 'line'],
  ],
  'private/lint/action-items.ts': [
    ['(?<=(?:[\\p{L}', 'short'],
    ['(?<=[\\p{L}\\p{N}]{2}', 'short'],
  ],
  'private/lint/language/en.ts': [['\\b(?:no|not|never|any', 'short']],
  'private/lint/plain-text.ts': [['(?<![\\p{L}\\p{N}_-])(?:TODO', 'bounded']],
  'private/markdown/parse-plain.ts': [['www\\.|', 'bounded']],
  'private/publish/prepare-resources.ts': [['[^/]*$', 'short']],
  'private/publish/read-minutes.ts': [['[^/]*$', 'short']],
  'private/publish/split-internal.ts': [['^[\\s>*_+-]*[\\p{L} ]{1,40}', 'bounded']],
  'private/publish/ticket-prefixes.ts': [
    ['[^-]*\\/', 'short'],
    ['(?<![A-Za-z0-9])([A-Za-z]', 'bounded'],
  ],
  'build/render/engine-vocabulary.ts': [['([A-Za-z][\\w:-]*)=', 'own']],
  'shared/redaction/built-in-rules.ts': [
    ['(?<![a-z0-9])[a-z][a-z0-9+.-]{1,20}', 'bounded'],
    ['[.,;:)\\]]+$', 'short'],
  ],
  'shared/redaction/never-matches.ts': [['\\[\\^', 'owner']],
  'shared/redaction/pattern-literal.ts': [
    ['\\[\\^?\\]?', 'owner'],
    ['.(?:[*+?]', 'owner'],
  ],
  'shared/redaction/policy-matchers.ts': [['(?:[a-z0-9_-]+\\.)+$', 'short']],
  'build/render/relative-links.ts': [
    ['<[A-Za-z](?:', 'own'],
    ['(<script\\b', 'own'],
    ['url\\(', 'own'],
    ['^([^?#]*)', 'short'],
  ],
};

interface Expression {
  file: string;
  pattern: string;
  flags: string;
}

function expressionsOf(file: string): Expression[] {
  const source = readFileSync(join(root, 'src', file), 'utf8');
  const scripts = file.endsWith('.astro')
    ? [
        /^---\n([\s\S]*?)\n---/.exec(source)?.[1] ?? '',
        ...[...source.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, code]) => code ?? ''),
      ]
    : [source];
  const expressions: Expression[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isRegularExpressionLiteral(node)) {
      const [, pattern = '', flags = ''] = /^\/([\s\S]*)\/([a-z]*)$/.exec(node.text) ?? [];
      expressions.push({ file, pattern, flags });
    }
    ts.forEachChild(node, visit);
  };
  for (const script of scripts) visit(ts.createSourceFile(file, script, ts.ScriptTarget.Latest));
  return expressions;
}

/**
 * On a busy machine the checker runs out of time, or takes what it tries for slow because the machine is: it is asked again,
 * with more time, and a slow expression is slow each time.
 */
async function statusOf(pattern: string, flags: string): Promise<string> {
  let { status } = await check(pattern, flags, { timeout: 5_000 });
  for (let again = 0; status !== 'safe' && again < 3; again += 1)
    ({ status } = await check(pattern, flags, { timeout: 60_000 }));
  return status;
}

/** Expressions that this version of the checker has called safe here before; the same ones need no second look. */
const memory = join(root, '.candor/safe-patterns.json');
const { version } = createRequire(import.meta.url)('recheck/package.json') as { version: string };

function readSafe(): Set<string> {
  try {
    const known = JSON.parse(readFileSync(memory, 'utf8')) as { version: string; safe: string[] };
    return new Set(known.version === version ? known.safe : []);
  } catch {
    return new Set();
  }
}

/** Without a repetition that has no end nothing takes long. */
const mayBeSlow = ({ pattern }: Expression) => /[*+]|\{\d+,\}/.test(pattern);

test('no expression takes longer than linear time but those that are listed with a reason', async () => {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(?:ts|astro)$/.test(file),
  );
  const expressions = files.sort().flatMap(expressionsOf);
  expect(expressions.length).toBeGreaterThan(400);
  const isListed = ({ file, pattern }: Expression) =>
    (accepted[file] ?? []).some(([begin]) => pattern.startsWith(begin));
  const slow: string[] = [];
  const rest = expressions.filter((expression) => mayBeSlow(expression) && !isListed(expression));
  const before = readSafe();
  const safe = new Set<string>();
  for (const { file, pattern, flags } of rest) {
    const expression = `/${pattern}/${flags}`;
    const status = before.has(expression) ? 'safe' : await statusOf(pattern, flags);
    if (status === 'safe') safe.add(expression);
    else slow.push(`${file}: ${status} ${expression}`);
  }
  mkdirSync(dirname(memory), { recursive: true });
  writeFileSync(memory, JSON.stringify({ version, safe: [...safe] }));
  expect(slow).toEqual([]);
  const known = new Set(expressions.filter(isListed).map(({ file }) => file));
  expect(Object.keys(accepted).filter((file) => !known.has(file))).toEqual([]);
}, 900_000);

test('the checker tells a slow expression', async () => {
  expect((await check('(a|a)*$', '')).status).toBe('vulnerable');
  expect((await check('-+$', '')).status).toBe('vulnerable');
  expect((await check('^-+$', '')).status).toBe('safe');
});

/** Leftovers of templates, abbreviations that nobody explains, long sentences, and lists cut at commas. */
import { flesch } from 'flesch';
import { syllable } from 'syllable';
import { pathsOf, valueAt } from '../../shared/incident/map-fields.ts';
import { publicPostmortemSchema } from '../../shared/incident/public-postmortem.ts';
import { matchesIn } from '../../shared/problem/matches-in.ts';
import { attributesOf, isElement } from '../markdown/nodes.ts';
import { walk } from '../markdown/walk.ts';
import { isEnglish } from './blameless-language.ts';
import type { TextInput } from './lint-input.ts';
import { ordinaryCapitals } from './ordinary-capitals.ts';
import { createRule, locationIn } from './rule.ts';

const leftover =
  /(?<![\p{L}\p{N}_-])(?:TODO|TBD|TBC|TBA|FIXME|XXX|HH:mm(?::ss)?|hh:mm|YYYY-MM-DD|DD\/MM\/YYYY|lorem ipsum)(?![\p{L}\p{N}_])|(?<!\?)\?\?+(?!\?)|[<＜](?:name|title|date|time|team|service|description|insert [\p{L} ]{1,40}|your [\p{L} ]{1,40})>|\[(?:insert|describe|add|your|fill in)\b[^\]\n]{0,60}\](?!\()/giu;
const exactCase = /^(?:TODO|TBD|TBC|TBA|FIXME|XXX|HH:mm|hh:mm|YYYY|DD)/;

export const leftovers = createRule('text/leftover', function* ({ passages }: TextInput) {
  for (const passage of passages)
    for (const match of matchesIn(passage.text, leftover)) {
      const [words] = match;
      if (/^[a-z]/i.test(words) && !/^lorem/i.test(words) && !exactCase.test(words)) continue;
      if (words.startsWith('?') && passage.isQuoted) continue;
      yield { ...locationIn(passage, match.index), values: { words } };
    }
});

const capitals = /(?<![\p{L}\p{N}_.@#/:-])[A-Z]{2,6}(?=s?(?![\p{L}\p{N}_@/-]|:\p{L}))/gu;

export const abbreviations = createRule('text/abbreviation', function* (input: TextInput) {
  if (!isEnglish(input)) return;
  const { passages, settings, story } = input;
  const explained = new Set([...Object.keys(settings.glossary), ...settings.organisation.split(/\s+/)]);
  if (story)
    walk(story.tree, (node) => {
      // `<abbr title="…">` says it where it stands.
      if (isElement(node) && node.name === 'abbr' && attributesOf(node)['title'])
        for (const child of node.children) if (child.type === 'text') explained.add(child.value.trim());
    });
  for (const { text } of passages)
    for (const [, inner, outer] of matchesIn(text, /\(([A-Z]{2,6})s?\)|(?<![\p{L}\p{N}])([A-Z]{2,6}) \((?=\p{L}{3})/gu))
      explained.add(inner ?? outer ?? '');
  for (const passage of passages) {
    // A heading in capitals is no row of abbreviations.
    if (passage.field === 'actions' && passage.path[2] === 'owner') continue;
    if (!/\p{Ll}/u.test(passage.text)) continue;
    for (const match of matchesIn(passage.text, capitals)) {
      const [words] = match;
      if (explained.has(words) || ordinaryCapitals.has(words)) continue;
      explained.add(words);
      yield { ...locationIn(passage, match.index), values: { words } };
    }
  }
});

/** Each distinct word is counted once: a text has few, and a site not many more. */
const countSyllables = remember((word) => Math.max(1, syllable(word)), 50_000);

/** `find`, which remembers its answers; all are forgotten when there are `most`. */
function remember(find: (word: string) => number, most: number): (word: string) => number {
  const known = new Map<string, number>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const value = find(word);
    if (known.size >= most) known.clear();
    known.set(word, value);
    return value;
  };
}

/** Shorter stories say nothing about how they read. */
const fewestWords = 100;
/** Longer ones say it with their begin. */
const mostCharacters = 20_000;

export const readingEase = createRule('text/reading-ease', function* (input: TextInput) {
  if (!isEnglish(input)) return;
  const story = input.passages.filter(
    ({ field, kind, isQuoted }) => field === 'story' && kind === 'paragraph' && !isQuoted,
  );
  const first = story[0];
  if (!first) return;
  const text = story
    .map((passage) => passage.text.trim())
    .join('\n')
    .slice(0, mostCharacters);
  const words = text.match(/\p{L}[\p{L}'’]{0,40}/gu) ?? [];
  if (words.length < fewestWords) return;
  const sentence = text.match(/[.!?:](?=\s|$)|\n/g)?.length ?? 1;
  const sum = words.reduce((total, word) => total + countSyllables(word), 0);
  const score = Math.round(flesch({ sentence, word: words.length, syllable: sum }));
  const least = input.settings.thresholds.readingEase;
  if (score < least) yield { location: first.locationAt(0), values: { score, least } };
});

const proses = pathsOf(publicPostmortemSchema, 'prose');

export const splitLists = createRule('text/split-list', function* ({ postmortem, locationOf }) {
  for (const path of proses) {
    const value = valueAt(postmortem, path);
    if (!Array.isArray(value)) continue;
    for (const [index, item] of (value as string[]).entries()) {
      const previous: string | undefined = value[index - 1];
      if (previous === undefined || !/^(?:and |or |but |which |so |\p{Ll}{2})/u.test(item)) continue;
      // All small, or a full stop before: a style, and no accident.
      if (/[.!?]$/.test(previous) || !/^\p{Lu}/u.test(value[0] ?? '') || /[<{]/.test(item)) continue;
      yield { location: locationOf([...path, index]), values: { words: item.slice(0, 60) } };
    }
  }
});

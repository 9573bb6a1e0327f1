/** Action items as promises: specific, measurable, and with a firm day within reach (SMART). */
import { epochDayOf } from '../../shared/incident/instant.ts';
import { momentOf } from '../../shared/incident/recorded-time.ts';
import type { LintInput, Passage } from './lint-input.ts';
import { createRule, locationIn } from './rule.ts';

/** The day that promises are counted from: of publication, or, as long as there is none, of resolution. */
function firstDay({ publishedAt, times }: LintInput['postmortem']): string | undefined {
  return (publishedAt ?? momentOf(times.resolved))?.slice(0, 10);
}

export const dueTooEarly = createRule('actions/due-too-early', function* ({ postmortem, locationOf }) {
  const published = postmortem.publishedAt?.slice(0, 10);
  if (published === undefined) return;
  for (const [index, { id, due, state }] of (postmortem.actions ?? []).entries())
    if (state === 'open' && due <= published)
      yield {
        location: locationOf(['actions', index, 'due']),
        related: locationOf(['publishedAt']),
        values: { id, due, published },
      };
});

export const dueTooLate = createRule('actions/due-too-late', function* ({ postmortem, settings, locationOf }) {
  const first = firstDay(postmortem);
  if (first === undefined) return;
  const limit = settings.thresholds.actionDays;
  for (const [index, { id, due, state }] of (postmortem.actions ?? []).entries()) {
    const days = epochDayOf(due) - epochDayOf(first);
    if (state === 'open' && days > limit)
      yield { location: locationOf(['actions', index, 'due']), values: { id, due, days, limit } };
  }
});

const notVerbs = new Set(
  (
    'a an the our we they you it he she this that these those there all some any more better new no not in on for with ' +
    'by to from at of as if when while who what which where why how each every maybe perhaps possibly hopefully should ' +
    'could would will must might may can everyone everybody someone somebody people team todo tbd n/a none'
  ).split(' '),
);
/** Verbs that end as other words do. */
const verbsLikeNouns = new Set(
  'bring ring string ping swing spring sing cling fling sling embed need feed seed speed shed shred exceed proceed'.split(
    ' ',
  ),
);

export const startsWithVerb = createRule('actions/no-verb', function* ({ passages }) {
  for (const passage of actionTexts(passages, 'what')) {
    const [word = '', second = ''] = wordsOf(passage.text);
    const lower = word.toLowerCase();
    const isNominal = /(?:ing|ed)$/.test(lower) && lower.length > 4 && !verbsLikeNouns.has(lower);
    if (word !== '' && (notVerbs.has(lower) || isNominal || second.toLowerCase() === 'of'))
      yield { ...locationIn(passage, passage.text.indexOf(word)), values: { word } };
  }
});

const weak =
  /^\s*(?:please )?(investigate|consider|improve|explore|discuss|evaluate|assess|think about|look (?:in)?to|look at|try(?: to)?|examine|study|research|be (?:more )?careful|remember to|remind|pay (?:more )?attention|raise awareness|keep an eye|aim to)\b/i;
/** A figure, or what comes of it: then the verb does not stand alone. */
const anOutcome =
  /\d|%|\bso that\b|\buntil\b|\bby \w{1,20}ing\b|\band (?:\w{1,12} )?(?:publish|decide|write|record|report|document|implement|remove|add|change|propose|choose)\b/i;

export const weakVerb = createRule('actions/weak-verb', function* ({ passages }) {
  for (const passage of actionTexts(passages, 'what')) {
    const match = weak.exec(passage.text);
    const verb = match?.[1];
    if (match && verb !== undefined && !anOutcome.test(passage.shown))
      yield { ...locationIn(passage, passage.text.indexOf(verb)), values: { verb } };
  }
});

const secondPromise =
  /(?<=(?:[\p{L}\p{N}%\uFFFC'’-]+[ ,]+){2,60}[\p{L}\p{N}%\uFFFC'’-]+)(?:,? and (?:also )?|; ?|, then )(?:add|alert|automate|build|change|check|configure|create|define|delete|disable|document|enable|fix|introduce|limit|make|measure|migrate|move|publish|reduce|remove|rename|replace|send|set up|stop|teach|test|train|update|upgrade|write)(?= (?:\p{L}|\uFFFC))/iu;

export const severalPromises = createRule('actions/several-promises', function* ({ passages }) {
  for (const passage of actionTexts(passages, 'what')) {
    const text = passage.text.slice(0, 2000);
    const match = secondPromise.exec(text) ?? /(?<=[\p{L}\p{N}]{2}[.!]\s+)\p{Lu}\p{Ll}+/u.exec(text);
    if (match)
      yield {
        ...locationIn(passage, match.index),
        values: { words: passage.shown.slice(match.index, match.index + match[0].length).trim() },
      };
  }
});

const emptyDone =
  /^\s*(?:(?:it|this|that|(?:the |all )?(?:work|task|action|change|changes|fix|ticket|issue|item|project))\s+)?(?:(?:is|are|has been|have been|was|were|gets?)\s+)?(?:all\s+)?(?:done|finished|completed?|fixed|improved|better|implemented|deployed|resolved|closed|merged|ready|in place|shipped|released|live|works?|working|tbd|unknown|yes|n\/a)[.!]?\s*$/i;
const vague =
  /\b(?:improved|better|faster|more (?:reliable|stable|robust|resilient)|good enough|sufficient(?:ly)?|appropriate(?:ly)?|as needed|if possible|where possible|soon|properly)\b/i;

export const vagueDone = createRule('actions/vague-done', function* ({ passages }) {
  for (const passage of actionTexts(passages, 'doneWhen')) {
    const { text, shown } = passage;
    const isVague = vague.test(text) && !/\d/.test(shown) && !text.includes('\uFFFC');
    if (emptyDone.test(shown) || isVague || wordsOf(shown).length < 2)
      yield { ...locationIn(passage, Math.max(0, text.search(/\S/))), values: { words: shown.trim().slice(0, 80) } };
  }
});

function actionTexts(passages: readonly Passage[], key: 'what' | 'doneWhen'): Passage[] {
  const isFirst = (passage: Passage, index: number, all: readonly Passage[]) => all[index - 1]?.path !== passage.path;
  return passages.filter(({ field, path }) => field === 'actions' && path[2] === key).filter(isFirst);
}

function wordsOf(text: string): string[] {
  return text.slice(0, 500).match(/[\p{L}\p{N}/'’-]+/gu) ?? [];
}

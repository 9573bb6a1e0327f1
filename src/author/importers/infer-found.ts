/** Phases of an incident from the words of its rows, where these are plain. What contradicts itself is left out, and said. */
import { type Instant, minutesBetween, parseInstant } from '../../shared/incident/instant.ts';
import type { LabelledTimes } from './find-labelled-times.ts';
import type { FoundSpan } from './find-span.ts';
import type { InferredTimes, TimelineRow } from './infer-times.ts';

const words = {
  started: [
    /^(?:incident |impact |outage |issue |fault |problem |disruption |first )*(?:started|began|begins|occurs|occurred)\.?$/i,
    /\b(?:outage|incident|problem|issue|impact|disruption)s? (?:starts|started|start|begins|began)\b/i,
    /\b(?:starts?|started|begins?|began) (?:to )?(?:fail\w*|degrad\w*|drop\w*|crash\w*|tim(?:e|ing) out|return\w* (?:5\d\d|errors?))\b|\b(?:goes|went) (?:down|offline)\b|\breach(?:es|ed) 0 ?%/i,
  ],
  firstLogged: [
    /^(?:first |time |incident |issue |fault |problem )*(?:detected|identified|reported)\.?$/i,
    /\b(?:alert(?:s|ed)?|alarms?|pager|triggered|detected|reports?|reporting (?:this|that|the|an?)|(?<!also )reported|(?:is|are|was|were) (?:notified|informed)|raised (?:an? )?(?:support )?(?:tickets?|requests?|issues?)|investigation (?:starts|started|begins|began|launched)|ticket|(?:problem|issue|outage) is identified|recorded instance|incident discovered|(?:incident )?declared)\b|\bnotic(?:es?|ed|ing)\b(?!(?: that)? (?:an? |the )?(?:new|newer|latest)\b)/i,
  ],
  mitigated: [/^(?:incident )?(?:repaired|mitigated)(?: declared)?\.?$/i],
  resolved: [
    /^(?:incident |outage |issue |fault |problem )*(?:resolved|fixed|ended|ends)\.?$/i,
    /\b(?:outage|incident) (?:ends|ended|(?:declared |officially )?resolved)\b/i,
    /\b(?:resolution is confirmed|confirmed to be functional|everything seems fine|fully restored)\b/i,
    /\bconfirm(?:ed|s)?(?: [\w`'-]{1,30}){1,4} (?:is|are|was|were) (?:healthy|functional|stable|working|operational)\b/i,
    /\b(?:problem|issue|outage) (?:is|was|has been) (?:resolved|fixed|over)\b|\b(?:is|are|was|were|returns?|returned|everything) (?:all |now )*back to normal\b|\breturn(?:s|ed)? to normal\b|\beverything (?:is|was|works|working) (?:fine|well|again|back|working|normal\w*)\b|\b(?:problem|issue|errors?|outage) (?:goes|went|has gone|have gone) away\b/i,
  ],
};

/** A report that all is well again. */
const isOver =
  /\bworks(?= (?:again|now|well|fine|as)\b|\W{0,3}$)|\b(?:working (?:well|again)|fixed|resolved|restored|recovered)\b/i;
/** What somebody says of their own problem, or plans to say. */
const isSaidOnly =
  /\b(?:to say|says?|saying|claims?) (?:that )?(?:the |their |our )?(?:problem|issue|outage|incident)s?\b/i;
/** What nobody was told, and what is no message. */
const untold =
  /\b(?:no|without(?: any)?|zero|missing)\s(?:\w{1,20}\s){0,2}(?:alert\w*|alarms?|reports?|tickets?)|\balert(?:ing)? (?:service|rule)s?\b/gi;

/** Never certain: the caller writes each as `about`. `span` and `labelled` are what the document states for the whole incident. */
export function inferFound(
  rows: readonly (TimelineRow & { isLabel?: boolean })[],
  span: FoundSpan | undefined,
  { times: labelled, doubtful }: Pick<LabelledTimes, 'times' | 'doubtful'> = { times: {}, doubtful: {} },
): InferredTimes {
  const timed = rows
    .flatMap((row) => (row.at === undefined ? [] : [{ ...row, at: row.at, moment: parseInstant(row.at) ?? '' }]))
    .filter(({ moment }) => moment !== '');
  const stated = (at: string | undefined) => {
    const moment = at === undefined ? undefined : parseInstant(at);
    return at === undefined || moment === undefined ? undefined : { at, moment, words: '' };
  };
  const begin = stated(labelled.started ?? span?.started)?.moment;
  // An earlier incident may be told of too.
  const isLongBefore = (moment: Instant) => begin !== undefined && minutesBetween(moment, begin) > 3 * 24 * 60;
  const isLabelled = rows.some(({ isLabel }) => isLabel);
  // Late in a long list, such words are about something else.
  const early = timed.slice(0, Math.max(6, Math.ceil(timed.length / 4)));
  const find = (key: keyof typeof words, isLast = false) => {
    // Where the source labels its key events, what it leaves out is not guessed from other rows.
    for (const [index, form] of (isLabelled ? words[key].slice(0, 1) : words[key]).entries()) {
      const matching = (index === 0 || isLast ? timed : early).filter(
        (row) =>
          form.test(key === 'firstLogged' && index > 0 ? toldFirst(row.words) : row.words.trim()) &&
          !isLongBefore(row.moment) &&
          !(key === 'resolved' && isSaidOnly.test(row.words)) &&
          !(key === 'firstLogged' && isOver.test(row.words)),
      );
      const row = isLast ? matching.at(-1) : matching[0];
      if (row) return row;
    }
    return undefined;
  };
  const phases = {
    started: stated(labelled.started ?? span?.started) ?? find('started'),
    firstLogged: stated(labelled.firstLogged) ?? find('firstLogged'),
    mitigated: stated(labelled.mitigated) ?? find('mitigated'),
    resolved: stated(labelled.resolved ?? span?.resolved) ?? find('resolved', true),
  };
  const doubts: string[] = [];
  for (const [key, moments] of Object.entries(doubtful)) {
    doubts.push(`The source gives ${moments.join(' and ')} for ${key}.`);
    phases[key as keyof typeof phases] = undefined;
  }
  const leaveOut = (key: keyof typeof phases) => {
    doubts.push(`The source gives ${phases[key]?.at} for ${key}, which does not fit its other times.`);
    phases[key] = undefined;
  };
  const candidates = {
    firstLogged: /\b(?:alert|report|detect|notice|aware|received|ticket|paged?\b)/i,
    resolved: /\b(?:resol|restor|recover|fix|healthy|functional|normal)/i,
  };
  for (const key of ['firstLogged', 'resolved'] as const) {
    const rows = phases[key] ? [] : timed.filter((row) => candidates[key].test(row.words)).map(({ at }) => at);
    if (rows.length > 0) doubts.push(`Is ${key} one of these: ${rows.slice(0, 8).join(', ')}?`);
  }
  const momentOf = (key: keyof typeof phases): Instant => phases[key]?.moment ?? '';
  // Two that agree speak against one.
  const isOrdered = phases.firstLogged && phases.resolved && momentOf('firstLogged') <= momentOf('resolved');
  if (isOrdered && span === undefined && momentOf('resolved') < momentOf('started')) leaveOut('started');
  for (const key of ['firstLogged', 'mitigated', 'resolved'] as const)
    if (phases[key] && momentOf(key) < momentOf('started')) leaveOut(key);
  if (phases.resolved && momentOf('resolved') < momentOf('firstLogged')) leaveOut('resolved');
  if (phases.mitigated && phases.resolved && momentOf('resolved') < momentOf('mitigated')) leaveOut('mitigated');
  const by = phases.firstLogged?.words ?? '';
  const detectedBy = /\bcustomers?\b/i.test(by)
    ? 'customer'
    : /\balerts? (?:fire[sd]?|triggered)\b/i.test(by)
      ? 'monitoring'
      : 'unknown';
  const found = Object.entries(phases).flatMap(([key, row]) => (row ? [[key, row.at]] : []));
  return { ...Object.fromEntries(found), detectedBy, doubts };
}

/** Of a long row, the first sentence says what happened then, with the next where it is short. */
function toldFirst(words: string): string {
  const [first = '', second = ''] = words.trim().split(/(?<=[.!?])\s/);
  return (first.length > 60 ? first : `${first} ${second}`).slice(0, 200).replace(untold, ' ');
}

/** Moments that stand behind a label: "Start (UTC): 2026-03-04 10:02", `| Resolved at | 4 March 2026, 11:45 CET |`. */
import { linesOf } from './lines-of.ts';
import { openDayBehind } from './open-days.ts';
import { findOnlyDay } from './read-day.ts';
import { readLead } from './read-lead.ts';
import type { SectionKind } from './section-headings.ts';
import { dayAround, type Section } from './split-sections.ts';
import { findStatedZone, momentIn, type StatedZone, zoneOf } from './stated-zone.ts';

export type LabelledKey = 'started' | 'firstLogged' | 'mitigated' | 'resolved';

export interface LabelledTimes {
  /** With an offset; of a moment without a zone, that of UTC. */
  times: Partial<Record<LabelledKey, string>>;
  /** What is given for one thing in different ways. */
  doubtful: Partial<Record<LabelledKey, readonly string[]>>;
  /** The day of begin and end, where both are of one, or one alone is said. */
  day: string | undefined;
  /** One of them, for days without a year. */
  near: string | undefined;
  /** The one behind a label of its own. */
  dated: string | undefined;
  /** A moment is given without a zone. */
  zoneless: boolean;
}

const about = '(?:(?:incident|impact|outage|issue|problem|fault|event|first)\\s)?';
const behind = '(?:\\s(?:at|on|time|date|date/time|timestamp)|日時|時刻|時間|日)?';
const labels = (
  [
    ['started', '(?:start(?:ed|s)?|beg[iau]n(?:s|ning)?|onset|開始|発生|beginn|début|inicio|início)'],
    ['firstLogged', '(?:detected|detection|identified|reported|discovered|検知|erkannt|détecté|detectado)'],
    ['mitigated', '(?:mitigated|mitigation|contained|緩和)'],
    [
      'resolved',
      '(?:end(?:ed|s)?|resolved|resolution|restored|recovered|recovery|fixed|復旧|終了|解決|ende|behoben|fin|résolu|resuelto|fim|resolvido)',
    ],
  ] as const
).map(([key, words]) => [key, new RegExp(`^(?:time |date )?(?:of )?${about}${words}${behind}$`, 'i')] as const);
const dated = /^(?:incident )?(?:date|day|日付|発生日|datum|fecha|data)(?: of (?:the )?incident)?$/i;
const pair = /^([^:：()[\]\n]{2,40}?)\s{0,3}(?:[([]([^()[\]\n]{1,30})[)\]])?\s{0,3}[:：]\s{0,3}(\S.{3,240})$/;

/** What such words say there is told of something else. */
const elsewhere: ReadonlySet<SectionKind> = new Set(['timeline', 'actions', 'people', 'factors', 'mitigations']);

/** Begin and end that run backwards are left out. `day` is the document's. */
export function findLabelledTimes(
  sections: readonly Section[],
  { day, zone }: { day: string | undefined; zone: StatedZone | undefined },
): LabelledTimes {
  const found = new Map<LabelledKey, Set<string>>();
  const days = new Map<LabelledKey, string>();
  let datedOn: string | undefined;
  let zoneless = false;
  for (const section of sections) {
    const { kind, title, content } = section;
    if (elsewhere.has(kind)) continue;
    const stated = findStatedZone(title) ?? zone;
    const near = dayAround(section, day);
    for (const line of content.flatMap(linesOf)) {
      const [, label = '', beside, value = ''] = pair.exec(line.trim()) ?? [];
      if (dated.test(label.trim())) datedOn ??= findOnlyDay(value);
      const key = labels.find(([, form]) => form.test(label.trim()))?.[0];
      const lead = key === undefined ? undefined : readLead(value, near);
      const at = lead?.day ?? near;
      if (key === undefined || lead?.clock === undefined || at === undefined) continue;
      if (!isRemark(lead.rest) || (lead.day === undefined && openDayBehind(lead.rest, at) !== undefined)) continue;
      const own = lead.zone ?? (beside === undefined ? undefined : zoneOf(beside.trim())) ?? stated;
      const moment = momentIn(at, lead.clock, own ?? { name: 'UTC', offset: 'Z' });
      if (moment === undefined) continue;
      if (own === undefined) zoneless = true;
      found.set(key, (found.get(key) ?? new Set()).add(moment));
      if (lead.day !== undefined) days.set(key, lead.day);
    }
  }
  const times: LabelledTimes['times'] = {};
  const doubtful: LabelledTimes['doubtful'] = {};
  for (const [key, [first, ...others]] of found)
    if (first !== undefined && others.length > 0) doubtful[key] = [first, ...others];
    else if (first !== undefined) times[key] = first;
  if (times.started !== undefined && times.resolved !== undefined && !isForward(times.started, times.resolved)) {
    delete times.started;
    delete times.resolved;
  }
  const [first, ...others] = new Set((['started', 'resolved'] as const).flatMap((key) => days.get(key) ?? []));
  return { times, doubtful, day: others.length > 0 ? undefined : first, near: first, dated: datedOn, zoneless };
}

/** Nothing, or a remark in brackets. */
function isRemark(rest: string): boolean {
  return rest === '' || /^[(（][^()（）\n]{1,160}[)）]$/.test(rest);
}

function isForward(from: string, to: string): boolean {
  return Date.parse(from) <= Date.parse(to);
}

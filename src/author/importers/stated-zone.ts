/** The zone that a document states for its times: "All times in UTC.", "(times in BST)", "Time (UTC)", "Timeline (CET)". */
import { withOffset } from '../../shared/incident/instant.ts';
import { readZone, shiftBehind, shiftedZone } from './read-times.ts';
import { zoneNamed } from './zone-names.ts';

export interface StatedZone {
  name: string;
  /** `Z` or `+01:00`; absent where it depends on the day, and where the zone is stated and not known here. */
  offset?: string;
  /** In the IANA's list, `Europe/London`. */
  zone?: string;
  /** Its letters name several zones, and this is the likeliest. */
  isLikely?: boolean;
}

/** What letters that name several zones mean most often. */
const likely: Readonly<Record<string, string>> = {
  BST: '+01:00',
  IST: '+05:30',
  CST: '-06:00',
  CDT: '-05:00',
  MST: '-07:00',
};
/** Letters that mean the clocks of a region, summer or not. */
const regions: Readonly<Record<string, string>> = {
  PT: 'America/Los_Angeles',
  MT: 'America/Denver',
  CT: 'America/Chicago',
  ET: 'America/New_York',
  'PST/PDT': 'America/Los_Angeles',
  'MST/MDT': 'America/Denver',
  'CST/CDT': 'America/Chicago',
  'EST/EDT': 'America/New_York',
  'GMT/BST': 'Europe/London',
  'CET/CEST': 'Europe/Berlin',
  'MEZ/MESZ': 'Europe/Berlin',
  'EET/EEST': 'Europe/Athens',
  'AEST/AEDT': 'Australia/Sydney',
  PST8PDT: 'America/Los_Angeles',
  MST7MDT: 'America/Denver',
  CST6CDT: 'America/Chicago',
  EST5EDT: 'America/New_York',
};
const zone = `(${shiftedZone}|[A-Z]{3,4}/[A-Z]{3,4}|[A-Z]{3}\\d[A-Z]{3}|[A-Z]{2,5}(?!${shiftBehind}))(?![A-Za-z])`;
const forms = [
  `\\b(?:[Aa]lle (?:Zeiten|Zeitangaben|Uhrzeiten|tijden)|[Tt]outes les heures|[Tt]odas las horas|[Tt]odos os horários|[Tt]utti gli orari)\\b[^.\\n]{0,40}?\\s\\(?${zone}`,
  `(?:全(?:ての?)?|すべての?)(?:時刻|時間)[^.。\\n]{0,30}?[\\s(（は]${zone}`,
  `\\b[Aa]ll (?:the )?times? (?:are|is) \\d[\\d./-]{5,9} ${zone}`,
  // The whole of a heading, or of the head of a column.
  `^[^\\n]{1,60}[([]${zone}[)\\]]\\s*$`,
  `[Tt]imes?(?:stamps?)?(?:\\s?zone)?\\b[^.\\n]{0,60}?(?:\\bin|\\bare|\\bis|:)\\s*(?:[Tt]he\\s)?\\(?${zone}`,
  `[Tt]ime(?:line|s|stamps?)?\\s*[([,]?\\s*${zone}`,
];
/** A name after what can only be said of all times, or in brackets behind the word. */
const named =
  /(?:\b(?:[Aa]ll (?:the |of the )?times?|[Tt]imes? (?:are|is|listed|shown|given|stated)|[Tt]ime ?zone)\b[^.\n([]{0,60}?(?:\bin|\bare|\bis|:)|\b[Tt]ime(?:line|s|stamps?)? ?[([](?:all )?(?:[Tt]imes )?(?:in )?)\s{0,3}(?:the )?([A-Z][\w+-]{1,30}\/[\w+/-]{2,40}|[A-Z][a-z]{1,20}(?:[ _][A-Z][a-z]{1,20}){0,3}(?:, [A-Z][a-z]{1,20})?(?: [Tt]ime)?(?: \([\w &]{2,20}\))?)/g;

/** `undefined` where no zone is stated. Zones are written in capitals. */
export function findStatedZone(text: string): StatedZone | undefined {
  const plain = text.replace(/[*_]/g, (mark) => (mark === '_' ? '_' : ''));
  const abbreviated = forms.flatMap((form) =>
    [...plain.replaceAll('_', '').matchAll(new RegExp(form, 'g'))].map(([, name = '']) => name),
  );
  const stated = abbreviated.map(zoneOf).find((known) => known !== undefined);
  if (stated) return stated;
  for (const [, name = ''] of plain.matchAll(named)) {
    const found = zoneNamed(name);
    if (found !== undefined) return { name, zone: found };
  }
  const sentence = /\ball times?\b[^.\n]{0,60}\bin\s{1,4}([A-Z][\w/&() ,-]{1,40})/i.exec(plain);
  return sentence?.[1] === undefined ? undefined : { name: sentence[1].trim() };
}

/** By its letters, or its name as `zoneNamed` reads it; `undefined` for a word that is no zone. */
export function zoneOf(name: string): StatedZone | undefined {
  const known = readZone(name);
  if (known) return known;
  if (Object.hasOwn(likely, name)) return { name, offset: likely[name] ?? '', isLikely: true };
  const region = Object.hasOwn(regions, name) ? regions[name] : /\/|[a-z]/.test(name) ? zoneNamed(name) : undefined;
  return region === undefined ? undefined : { name, zone: region };
}

/** `2026-03-14T10:12+01:00`; `undefined` where the zone is not known here, or the clock shows this twice or never. */
export function momentIn(day: string, clock: string, { offset, zone: region }: StatedZone): string | undefined {
  if (offset !== undefined) return `${day}T${clock}${offset}`;
  return region === undefined ? undefined : withOffset(`${day} ${clock}`, region);
}

/** Whether letters that name several zones mean the clocks of `region`, which the user names: these show the same that day. */
export function isSettled(
  known: StatedZone,
  { day, clock }: { day: string; clock: string },
  region: string | undefined,
): boolean {
  if (region === undefined) return false;
  const [said, shown] = [momentIn(day, clock, known), withOffset(`${day} ${clock}`, region)];
  return said !== undefined && shown !== undefined && Date.parse(said) === Date.parse(shown);
}

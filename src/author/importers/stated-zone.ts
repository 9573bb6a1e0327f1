/** The zone that a document states for its times: "All times in UTC.", "(times in BST)", "Time (UTC)", "Timeline (CET)". */
import { readZone } from './read-times.ts';

export interface StatedZone {
  name: string;
  /** `Z` or `+01:00`; absent where the zone is stated and not known here. */
  offset?: string;
  /** Its letters name several zones, and this is the likeliest. */
  isLikely?: boolean;
}

/** What letters that name several zones mean most often. */
const likely: Readonly<Record<string, string>> = { BST: '+01:00', IST: '+05:30', CST: '-06:00' };
const zone = '((?:UTC|GMT)\\s?[+-]\\d{1,2}(?::?\\d{2})?|[A-Z]{2,5})(?![A-Za-z])';
const forms = [
  `[Tt]imes?(?:stamps?)?(?:\\s?zone)?\\b[^.\\n]{0,60}?(?:\\bin|\\bare|\\bis|:)\\s*(?:[Tt]he\\s)?\\(?${zone}`,
  `[Tt]ime(?:line|s|stamps?)?\\s*[([,]?\\s*${zone}`,
];

/** `undefined` where no zone is stated. Zones are written in capitals. */
export function findStatedZone(text: string): StatedZone | undefined {
  const plain = text.replace(/[*_]/g, '');
  const named = forms.flatMap((form) => [...plain.matchAll(new RegExp(form, 'g'))].map(([, name = '']) => name));
  const stated = named.flatMap((name): StatedZone[] => {
    const known = readZone(name);
    if (known) return [known];
    const offset = likely[name];
    return offset === undefined ? [] : [{ name, offset, isLikely: true }];
  });
  if (stated[0]) return stated[0];
  const sentence = /\ball times?\b[^.\n]{0,60}\bin\s+([A-Z][\w/&() ,-]{1,40})/i.exec(plain);
  return sentence?.[1] === undefined ? undefined : { name: sentence[1].trim() };
}

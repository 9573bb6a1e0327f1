/**
 * What says of a text that it is internal, and removes nothing: marks that mean something to other tools, and what people write
 * above such a text. Whoever wrote it believes that nobody outside will read what stands beside it. In normal form.
 */
import { saidInternal } from '../problem/redaction-problems.ts';
import type { Rule } from './built-in-rules.ts';

/** As elements, directives, callouts and blocks of code are named. */
export const internalNames: ReadonlySet<string> = new Set([
  'internal',
  'private',
  'confidential',
  'restricted',
  'redacted',
  'secret',
  'hidden',
  'staff',
  'employees',
]);
const name = `(?:${[...internalNames].join('|')})(?:[ _-](?:use[ _-])?only)?`;

const { mark, words } = saidInternal;

/** What people write above or before a text that is not for everybody, in the languages of sites. */
const notes = [
  '(?:strictly )?(?:for )?(?:company[ -])?internal(?:[ -]use)?[ -]only',
  'for internal use',
  'internal[ -]notes?(?: only)?',
  '(?:strictly|company|highly) confidential',
  'confidential',
  'private notes?',
  '(?:staff|employees)[ -]only',
  'not for publication',
  'not for (?:external|public)(?: (?:use|release|distribution))?',
  'do not (?:publish|share|distribute|forward)(?: (?:this|externally|publicly|outside(?: (?:of )?(?:the|our) (?:company|team|organi[sz]ation))?))?',
  'tlp ?[:-]? ?(?:red|amber(?: ?\\+ ?strict)?|green)',
  '(?:streng )?vertraulich',
  'nur intern',
  '(?:nur )?(?:fur den )?internen? gebrauch',
  'interne notiz(?:en)?',
  'nicht (?:veroffentlichen|weitergeben|offentlich)',
  '(?:strictement )?confidentiel',
  '(?:a )?usage (?:exclusivement |strictement )?interne(?: uniquement)?',
  'interne uniquement',
  'notes? internes?',
  'ne pas (?:publier|diffuser|partager)',
  '(?:estrictamente )?confidencial',
  '(?:solo )?(?:para )?uso (?:exclusivo )?interno(?: exclusivo)?',
  'notas? internas?',
  '(?:no|nao) (?:publicar|compartir|difundir|compartilhar|divulgar)',
  '社外秘',
  '部外秘',
  '社内限り?',
  '社内のみ',
  '極秘',
  '機密',
  '(?:公開|共有)(?:禁止|しないこと|しないでください)',
  'سري(?: للغايه)?',
  '(?:لل)?(?:استخدام|استعمال) الداخلي(?: فقط)?',
  'داخلي فقط',
  'ليس للنشر',
].join('|');

/** A sign before the words; behind them nothing, or what comes before a text. */
const before = String.raw`^(?<before>[^\p{L}\p{N}]{0,20})`;
const behind = String.raw`(?=[^\p{L}\p{N}]*$| ?[:|\])>】」』]| - )`;

export const saidInternalRules: readonly Rule[] = [
  { kind: mark, needs: '::', pattern: new RegExp(String.raw`(?<!\S)::{1,8} ?\{?\.?${name}(?![\w-]|::)`, 'g') },
  { kind: mark, needs: '[', pattern: new RegExp(String.raw`(?<![\w:]):${name}\[`, 'g') },
  { kind: mark, needs: '[!', pattern: new RegExp(String.raw`\[!${name}\]`, 'g') },
  { kind: mark, needs: '[/', pattern: new RegExp(String.raw`\[\/ ?${name}\](?!\()`, 'g') },
  { kind: mark, needs: '!!!', pattern: new RegExp(String.raw`(?<!\S)!!! ?${name}(?![\w-])`, 'g') },
  { kind: mark, needs: '???', pattern: new RegExp(String.raw`(?<!\S)\?\?\?\+? ?${name}(?![\w-])`, 'g') },
  // Within a text they are comments of a diagram as often, one on each line.
  { kind: mark, needs: '%% ', pattern: /^%% [^%]{0,4000}%%(?!\S)/g },
  {
    kind: mark,
    pattern: new RegExp(
      String.raw`${before}(?:(?:begin|start|end|stop)[ :_-]{1,3}(?:of )?${name}|${name}[ :_-]{1,3}(?:begin|start|end|stop)s?)(?: (?:section|part|text|notes?))?(?=[^\p{L}\p{N}]*$)`,
      'gu',
    ),
  },
  { kind: words, pattern: new RegExp(`${before}(?:${notes})${behind}`, 'gu') },
  // Logs say it in small letters.
  {
    kind: words,
    needs: ']',
    isCased: true,
    pattern: /^(?<before>[^\p{L}\p{N}]{0,20}?)\[(?:INTERNAL|PRIVATE|CONFIDENTIAL|STAFF)\](?![(:])/gu,
  },
];

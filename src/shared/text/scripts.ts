/** How scripts set their words apart, which decides where a name may begin and end. */

/** Scripts that write no spaces between words, with the marks that lengthen or repeat their letters. */
export const unspacedScripts = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30fc\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`;

/** Scripts of India and Ethiopia, whose languages write on to a word what others say with words of their own. */
const syllabicScripts = String.raw`\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Tibetan}\p{Script=Ethiopic}`;

/** `alphabet`: Latin, Greek and all others that set spaces and join no particles to words. */
export type ScriptKind = 'unspaced' | 'hangul' | 'arabic' | 'hebrew' | 'cyrillic' | 'syllabic' | 'alphabet';

const kinds: readonly (readonly [ScriptKind, RegExp])[] = [
  ['unspaced', new RegExp(`[${unspacedScripts}]`, 'u')],
  ['hangul', /\p{Script=Hangul}/u],
  ['arabic', /\p{Script=Arabic}/u],
  ['hebrew', /\p{Script=Hebrew}/u],
  ['cyrillic', /\p{Script=Cyrillic}/u],
  ['syllabic', new RegExp(`[${syllabicScripts}]`, 'u')],
];

/** Of a letter or a mark. */
export function scriptKindOf(letter: string): ScriptKind {
  if (letter < '\u0400') return 'alphabet';
  return kinds.find(([, letters]) => letters.test(letter))?.[0] ?? 'alphabet';
}

/** True where a word of these letters may be torn apart by a space or a line end, and goes on without one. */
export function isJoinedScript(letter: string): boolean {
  const kind = scriptKindOf(letter);
  return kind === 'unspaced' || kind === 'hangul';
}

/** What Korean writes on to a name: one form of address, then up to two particles. */
const koreanAddresses =
  '님|씨|군|양|네|들|선배|후배|팀장|과장|부장|차장|대리|사원|선생|선생님|박사|교수|이사|대표|실장|본부장|매니저';
const koreanParticles = [
  '이|가|은|는|을|를|의|에|도|만|와|과|랑|이랑|로|으로|께|께서|에게|에게서|한테|한테서|에서|까지|부터|조차|마저|처럼|보다|마다',
  '밖에|뿐|이나|나|이며|며|이고|고|이라|라|이라고|라고|이라는|라는|이란|란|이다|다|입니다|이었다|였다|이었던|였던|하고|아|야|여|이여|요|이요',
].join('|');
const koreanEnd = new RegExp(`^(?:${koreanAddresses})?(?:${koreanParticles}){0,2}$`, 'u');
/** What Arabic writes before a name (and, so; in, like, for, will; the) and behind it, in normal form. */
const arabicBegin = /^[وف]?(?:[بكلس]?(?:ال)?|لل)$/u;
const arabicEnd = /^(?:ه|ها|هم|هما|هن|ك|كم|كما|كن|ي|نا|ني|ا|ان|ين|ون|ات|وا|يه|يين|يون|تي)?$/u;
/** What cases and plurals of Slavic languages add to a name or a noun, as long as they leave its own letters. */
const cyrillicEnd =
  /^(?:а|у|ю|я|е|о|и|ы|ов|ев|ом|ем|ым|им|ой|ей|ою|ами|ями|ам|ям|ах|ях|ого|ому|ые|ых|ыми|ові|еві|ові)$/u;
/** And, the, in, to, from, that, like. */
const hebrewBegin = /^[והבלמשכ]{0,3}$/u;

/** Whether letters that stand before a name, in its own token, are such as its script joins to it. */
export function isJoinedBefore(kind: ScriptKind, letters: string): boolean {
  if (kind === 'arabic') return arabicBegin.test(letters);
  return kind === 'hebrew' && hebrewBegin.test(letters);
}

/** The same for letters behind a name. */
export function isJoinedBehind(kind: ScriptKind, letters: string): boolean {
  if (kind === 'syllabic') return true;
  if (kind === 'hangul') return koreanEnd.test(letters);
  if (kind === 'cyrillic') return cyrillicEnd.test(letters);
  return kind === 'arabic' && arabicEnd.test(letters);
}

/** The longest of those, in letters. */
export const longestJoined = 9;

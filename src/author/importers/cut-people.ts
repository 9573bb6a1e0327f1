/** Cuts what stands behind the label of a role out of the source of one block: "**Scribe:** X", "Fix it (Owner: X)", "IC – X". */
import { trimSigns } from '../../shared/text/trim-signs.ts';
import { namesIn } from './names-in.ts';
import { roleOf } from './role-labels.ts';

export interface TakenPeople {
  /** As the source writes it. */
  label: string;
  value: string;
}

export interface CutText {
  text: string;
  taken: TakenPeople[];
  /** A label that ends the block with nothing behind it: what follows names people. */
  open?: string;
}

interface Label {
  start: number;
  label: string;
  value: number;
  isBracket: boolean;
}

/** A line that is a label as a whole, in characters. */
const longestLabel = 200;

/** Where the next label begins on the same line. */
const nextLabel =
  /\s[|·•]\s(?=[^|·•:：]{1,40}[:：])|[;.,]\s{1,3}(?=[*_]{0,3}\p{L}[\p{L} ]{1,30}[*_]{0,3}[:：])|\s(?=\*\*[^*:：]{1,40}(?:[:：]\*\*|\*\*\s?[:：]))/u;
/** A line that goes on with nothing above it: one with a label of its own, a moment or an item. */
const ownLine = /^[\s>*_]{0,20}(?:\p{L}[\p{L}\s/()'’-]{0,40}[*_]{0,3}\s?[:：]|[\d~([]|[-+•–]\s)/u;

/** All of it that may name somebody goes: the rest of the line, and lines that go on with it. */
export function cutPeople(source: string): CutText {
  const taken: TakenPeople[] = [];
  const lines = source.split('\n');
  const kept: string[] = [];
  let open: string | undefined;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const left: string[] = [];
    let rest = line;
    open = undefined;
    for (;;) {
      const found = labelIn(rest, { isBegin: left.length === 0, next: lines[index + 1] });
      if (found === undefined) break;
      const end = endOf(rest, found);
      const value = [rest.slice(found.value, end)];
      let isSaid = bare(value[0] ?? '') !== '';
      const isBroken = (rest.endsWith('  ') || rest.endsWith('\\')) && isSaid;
      if (end === rest.length && !found.isBracket && !isBroken)
        while (index + 1 < lines.length && (!isSaid || !ownLine.test(lines[index + 1] ?? ''))) {
          index += 1;
          value.push(lines[index] ?? '');
          isSaid ||= bare(lines[index] ?? '') !== '';
        }
      const begun = trimSigns(value.join('\n'), (sign) => /[\s*_:：=|–—-]/.test(sign), 'start');
      const said = trimSigns(begun, (sign) => /[\s*_\\]/.test(sign), 'end');
      if (bare(said) === '') open = found.label;
      else taken.push({ label: found.label, value: said });
      if (found.start > 0) left.push(rest.slice(0, found.start));
      rest = rest.slice(end);
      if (bare(said) === '') break;
    }
    const remaining = left.join('') + rest;
    if (remaining === line) kept.push(line);
    else if (bare(remaining) !== '') kept.push(trimSigns(remaining, (sign) => /[ \t|·;,–—-]/.test(sign), 'end'));
  }
  if (taken.length === 0 && open === undefined) return { text: source, taken };
  const text = kept.join('\n');
  return { text: bare(text) === '' ? '' : text, taken, ...(open !== undefined && { open }) };
}

/** Without marks: what is said at all. */
function bare(text: string): string {
  return text.replace(/^\s{0,9}\[[ xX]\]/, '').replace(/[^\p{L}\p{N}]/gu, '');
}

/** `isBegin`: nothing stands on the line before `line`. */
function labelIn(line: string, { isBegin, next }: { isBegin: boolean; next: string | undefined }): Label | undefined {
  const begin = /^[\s>]{0,20}/.exec(line)?.[0].length ?? 0;
  if (isBegin) {
    // The line is a label as a whole, and what it is said of follows.
    const isAlone =
      line.length <= longestLabel &&
      !/[:：][*_\s]*\S/.test(line) &&
      roleOf(line, { isWhole: true }) === 'always' &&
      !/[.!?]\s*$/.test(line);
    if (isAlone) return { start: begin, label: labelOf(line), value: line.length, isBracket: false };
    const dashed = /^[\s>*_]{0,20}[^:：–—=|\t]{1,60}?[*_]{0,3}(?:\s-{1,2}\s|\s?[–—=|\t]\s?)/.exec(line)?.[0];
    if (dashed !== undefined && isRole(dashed, line.slice(dashed.length)))
      return { start: begin, label: labelOf(dashed), value: dashed.length, isBracket: false };
    const bold = /^[\s>]{0,20}(?:\*\*|__)([^*_:：]{1,60})(?:\*\*|__)\s{1,3}(?![:：])/.exec(line);
    if (bold && roleOf(bold[1] ?? '') && isNamed(line.slice(bold[0].length)))
      return { start: begin, label: labelOf(bold[1] ?? ''), value: bold[0].length, isBracket: false };
  }
  for (const { index: colon } of line.matchAll(/[:：](?!\/\/)/g)) {
    const value = line.slice(colon + 1) || (next ?? '');
    const whole = line.slice(0, Math.min(colon, 91));
    if (colon <= 90 && isBegin && isRole(whole, value))
      return { start: begin, label: labelOf(whole), value: colon + 1, isBracket: false };
    const first = Math.max(0, colon - 90);
    const before = line.slice(first, colon);
    const unbracketed = before.replace(/\s?\([^()]{0,40}\)[*_\s]{0,4}$/, '');
    const mark = lastMark(unbracketed);
    if (mark < 0 && first > 0 && isBegin) continue;
    const label = before.slice(mark + 1);
    if (!isRole(label, value)) continue;
    const isBracket = /[([]/.test(unbracketed[mark] ?? '');
    return { start: first + mark + (isBracket ? 0 : 1), label: labelOf(label), value: colon + 1, isBracket };
  }
  return undefined;
}

function lastMark(text: string): number {
  const marks = [...text.matchAll(/[.;|·•,([)\]–—/\t!?]|\s-(?=\s)|:(?=\s)/g)].at(-1);
  return marks === undefined ? -1 : marks.index + marks[0].length - 1;
}

function isRole(label: string, value: string): boolean {
  const role = roleOf(label);
  return role === 'always' || (role === 'perhaps' && isNamed(value));
}

/** Short, and nothing but names. */
function isNamed(value: string): boolean {
  const { people, exact } = namesIn(value.slice(0, 100));
  return value.slice(0, 400).trim().length <= 80 && people.length + exact.length > 0;
}

function labelOf(text: string): string {
  const plain = text.replace(/[*_>`|=:：–—\t]/g, ' ').replace(/\s+/g, ' ');
  return trimSigns(plain, (sign) => /[\s;,.·•-]/.test(sign));
}

function endOf(line: string, { start, value, isBracket }: Label): number {
  if (isBracket) {
    const close = line.indexOf(line[start] === '[' ? ']' : ')', value);
    return close < 0 ? line.length : close + 1;
  }
  const next = nextLabel.exec(line.slice(value));
  return next === null || bare(line.slice(value, value + next.index)) === '' ? line.length : value + next.index;
}

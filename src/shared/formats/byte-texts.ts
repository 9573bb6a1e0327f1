/** The texts that bytes of metadata may be: nobody says in which encoding. */

/** Fewer characters in a row are chance. */
const shortestRun = 3;
const runs = new RegExp(String.raw`[\p{L}\p{M}\p{N}\p{P}\p{S} \t\r\n]{${shortestRun},}`, 'gu');

/**
 * The text in `bytes`, read as UTF-8, as Latin-1, and as UTF-16 of both orders from even and odd places: a text for each
 * reading that has any, its runs in lines.
 */
export function textsInBytes(bytes: Uint8Array): string[] {
  if (bytes.length === 0) return [];
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  // Of a number of bytes that is odd, at an odd place, Node's own reading writes behind its memory: it gets even copies alone.
  const wide = (start: number) => Buffer.from(buffer.subarray(start, start + ((buffer.length - start) & ~1)));
  const readings = [
    buffer.toString('utf8'),
    buffer.toString('latin1'),
    wide(0).toString('utf16le'),
    wide(1).toString('utf16le'),
    wide(0).swap16().toString('utf16le'),
    wide(1).swap16().toString('utf16le'),
  ];
  return [...new Set(readings.flatMap((reading) => [textOf(reading), wideTextOf(reading)]))].filter(Boolean);
}

/** Text of one byte a letter alone, for tables that are mostly numbers. */
export function narrowTextsIn(bytes: Uint8Array): string[] {
  const found = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    .toString('latin1')
    .match(/[ -~]{4,}/g);
  return found ? [found.flatMap(partsOf).join('\n')] : [];
}

/** Text of few letters is told where it is all that there is. */
function textOf(reading: string): string {
  const whole = reading.replace(/^\0+/, '').replaceAll('\0', ' ').trimEnd();
  const few = /^[\p{L}\p{N}]{1,2}$/u.test(whole) ? whole : '';
  return few || runsOf(reading.replaceAll('\ufffd', '\0'));
}

/** Text of four bytes a letter. */
function wideTextOf(reading: string): string {
  return /[^\0]\0{3}[^\0]\0{3}/.test(reading) ? runsOf(reading.replaceAll('\0', '')) : '';
}

function runsOf(reading: string): string {
  const found = reading.match(runs) ?? [];
  return [...found, ...found.flatMap((run) => run.match(plain) ?? []).flatMap(partsOf)].join('\n');
}

const plain = /[ -~\u00a0-\u024f]{4,}/g;

/** By itself, for what stands before it may be of another script; a length before it, or a sum behind it, may look like a letter. */
function partsOf(run: string): string[] {
  return [run, run.slice(1), run.slice(0, -1)];
}

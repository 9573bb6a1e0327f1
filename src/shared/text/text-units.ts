/** Reads the units of strings far faster than one by one. */

let units = new Uint16Array(1 << 12);
const isBigEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 0;

/** Units of UTF-16, from 0 to the length of `text`; good until the next call. */
export function unitsOf(text: string): Uint16Array {
  if (text.length > units.length) units = new Uint16Array(text.length * 2);
  const bytes = Buffer.from(units.buffer, 0, text.length * 2);
  bytes.write(text, 'utf16le');
  if (isBigEndian) bytes.swap16();
  return units;
}

/** Letters that stand in every match of a pattern, so that a text without them need not be searched for it. */

/** The longest run of ASCII letters, digits, `-` and `_`, in small letters; `undefined` where none is certain. */
export function literalOf(pattern: string): string | undefined {
  // Alternatives, groups and flags may leave any part out.
  if (/[|()]/.test(pattern) || /\\[QEpPxC0-7]/.test(pattern)) return undefined;
  const plain = pattern
    .replace(/\\[bB]/g, '')
    .replace(/\[\^?\]?(?:\\.|[^\]\\])*\]/g, '\u0000')
    .replace(/\\./g, '\u0000')
    // What a quantifier stands behind may be absent, or come again.
    .replace(/.(?:[*+?]|\{[^}]*\})[+?]?/gs, '\u0000');
  const [longest] = (plain.match(/[\w-]{2,}/g) ?? []).sort((a, b) => b.length - a.length);
  return longest?.toLowerCase();
}

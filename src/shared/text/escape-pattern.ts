/** `text` as a part of a regular expression, outside of a class, that matches it letter for letter: in JavaScript, RE2 and PCRE. */
export function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

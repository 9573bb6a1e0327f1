/** Characters that no author types: controls, and marks that reorder what a reviewer sees (CVE-2021-42574). */
import { createProblem, type Problem } from '../problem/problem.ts';

const bad =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** One problem a bad character of a whole file, ten at most. */
export function findBadCharacters(text: string, file: string): Problem[] {
  return [...text.matchAll(bad)].slice(0, 10).map(({ index, 0: character }) => {
    const before = text.slice(0, index);
    const place = { file, line: before.split('\n').length, column: index - before.lastIndexOf('\n') };
    const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    return createProblem('story/bad-character', place, { code });
  });
}

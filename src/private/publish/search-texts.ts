/** Searches the texts of a file that is published as it is: for private text and secrets, in pieces, and for marks. */
import { createProblem, type Problem, sortProblems } from '../../shared/problem/problem.ts';
import type { PrivateTextFinder } from '../../shared/redaction/find-private-text.ts';
import type { Policy } from '../../shared/redaction/policy-schema.ts';
import { decodedForms, decodedTexts } from '../../shared/text/decoded-forms.ts';
import { findFileMarks } from '../markdown/account-markers.ts';
import { checkSecrets, type LocatedText } from './check-secrets.ts';
import { pieceGroups, textPieces } from './text-pieces.ts';

const mostFinds = 20;

export interface SearchOptions {
  policy: Policy;
  findPrivateText: PrivateTextFinder;
}

/** The same words are found again in each reading of a file: they are told once, at their place where it is known. */
export async function searchTexts(
  texts: readonly LocatedText[],
  { policy, findPrivateText }: SearchOptions,
): Promise<Problem[]> {
  const pieces = texts.flatMap(textPieces);
  const all = texts.flatMap(findMarks);
  for (const group of pieceGroups(pieces)) {
    for (const { text, locationAt } of group)
      for (const { kind, start, end } of findPrivateText(text).slice(0, mostFinds))
        all.push(createProblem('redaction/private-text', locationAt(start), { kind, length: end - start }));
    all.push(...(await checkSecrets(group, policy)));
    if (all.length >= mostFinds) break;
  }
  const placed = new Set(all.filter(({ location }) => location.line !== undefined).map(({ fact }) => fact));
  const told = all.filter(({ location, fact }) => location.line !== undefined || !placed.has(fact));
  return sortProblems(told).slice(0, mostFinds);
}

/** Whoever wrote them believes that what they hold is removed; escapes count as their letters. */
function findMarks({ text, locationAt }: LocatedText): Problem[] {
  const isEscaped = decodedTexts(text).some((form) => findFileMarks(form).length > 0);
  const forms = [{ text, offsets: [] }, ...(isEscaped ? decodedForms(text) : [])];
  const found = new Map<number, Problem>();
  for (const form of forms)
    for (const { index, name } of findFileMarks(form.text)) {
      const at = form.offsets[index] ?? index;
      if (!found.has(at)) found.set(at, createProblem('redaction/unaccounted', locationAt(at), { name }));
    }
  return [...found.values()].slice(0, mostFinds);
}

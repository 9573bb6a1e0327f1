/** Tokens and keys in public text, each at its place. */
import { createProblem, type Place, type Problem } from '../../shared/problem/problem.ts';
import type { Policy } from '../../shared/redaction/policy-schema.ts';
import { scanSecrets } from '../redaction/scan-secrets.ts';

/** A string that would become public, and where its characters stand in the source. */
export interface PlacedText {
  text: string;
  placeAt(offset: number): Place;
}

/** One problem a secret; its length and place, never the secret. */
export async function checkSecrets(texts: readonly PlacedText[], policy: Policy): Promise<Problem[]> {
  const allowed = policy.redaction.allow.map(({ text }) => text);
  const finds = await scanSecrets(
    texts.map(({ text }) => text),
    allowed,
  );
  return finds.flatMap(({ kind, length, textIndex, offset }) => {
    const place = texts[textIndex]?.placeAt(offset);
    return place ? [createProblem('redaction/private-text', place, { kind, length })] : [];
  });
}

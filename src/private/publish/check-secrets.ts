/** Tokens and keys in public text, each at its place. */
import { createProblem, type Problem, type SourceLocation } from '../../shared/problem/problem.ts';
import type { Policy } from '../../shared/redaction/policy-schema.ts';
import { scanSecrets } from '../redaction/scan-secrets.ts';

/** A string that would become public, and where its characters stand in the source. */
export interface LocatedText {
  text: string;
  locationAt(offset: number): SourceLocation;
}

/** One problem a secret; its length and place, never the secret. */
export async function checkSecrets(texts: readonly LocatedText[], policy: Policy): Promise<Problem[]> {
  const allowed = policy.redaction.allow.map(({ text }) => text);
  const finds = await scanSecrets(
    texts.map(({ text }) => text),
    allowed,
  );
  return finds.flatMap(({ kind, length, textIndex, offset }) => {
    const location = texts[textIndex]?.locationAt(offset);
    return location ? [createProblem('redaction/private-text', location, { kind, length })] : [];
  });
}

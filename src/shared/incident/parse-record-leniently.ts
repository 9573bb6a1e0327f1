/** What can still be checked of a postmortem whose frontmatter does not fit the schema. Never published. */
import { nearest } from '../problem/nearest.ts';
import type { Problem } from '../problem/problem.ts';
import { type Postmortem, postmortemSchema } from './postmortem-schema.ts';

export interface LenientRecord {
  postmortem: Postmortem;
  /** Top-level keys that were taken out, stand for something unknown, or are misspelt. */
  replaced: ReadonlySet<string>;
}

/**
 * Replaces what does not fit by "unknown", and takes out as a whole each list and block in which something does not fit:
 * a row with a misspelt `internal` must not be read as a public one. `severity` stands in for one that is missing.
 */
export function parseRecordLeniently(value: unknown, severity: string): LenientRecord | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const first = postmortemSchema.safeParse(value);
  const record: Record<string, unknown> = { ...value };
  const unknown: Record<string, unknown> = {
    id: 'unknown',
    title: 'Unknown',
    summary: 'Unknown',
    state: 'draft',
    severity,
    detection: { by: 'unknown' },
    times: { started: 'unknown', firstLogged: 'unknown' },
    impact: { users: 'unknown', accounts: 'unknown', supportRequests: 'unknown', services: [] },
  };
  const replaced = new Set<string>();
  for (const issue of first.error?.issues ?? []) {
    const [key] = issue.path;
    if (key === undefined && issue.code === 'unrecognized_keys')
      for (const each of issue.keys) {
        delete record[each];
        const meant = nearest(each, Object.keys(postmortemSchema.shape));
        if (meant !== undefined && !Object.hasOwn(value, meant)) replaced.add(meant);
      }
    if (key === undefined) continue;
    const name = String(key);
    replaced.add(name);
    if (Object.hasOwn(unknown, name)) record[name] = unknown[name];
    else delete record[name];
  }
  const again = postmortemSchema.safeParse(record);
  return again.success ? { postmortem: again.data, replaced } : undefined;
}

/** True for what is said to be missing only because it was taken out or is misspelt. */
export function followsFrom({ code, fact }: Problem, { replaced }: LenientRecord): boolean {
  const isMissing = code === 'record/required-when-final' || code === 'facts/incomplete';
  if (isMissing) return [...replaced].some((key) => fact.includes(`\`${key}\``) || fact.includes(`\`${key}.`));
  return code === 'detection/no-observability' && replaced.has('actions');
}

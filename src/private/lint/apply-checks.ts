/** Gives problems the severity that the site wants. What guards privacy, safety or form stays as it is. */
import type { CheckLevel } from '../../shared/incident/site-schema.ts';
import { isConfigurable, isLintCode } from '../../shared/problem/catalogue.ts';
import type { Problem } from '../../shared/problem/problem.ts';

export interface ChecksToApply {
  checks: Readonly<Record<string, CheckLevel>>;
  /** A draft is not published: what would be an error of facts or style is a warning still. */
  isDraft: boolean;
}

export function applyChecks(problems: readonly Problem[], { checks, isDraft }: ChecksToApply): Problem[] {
  return problems.flatMap((problem) => {
    const { code } = problem;
    const level = isConfigurable(code) && Object.hasOwn(checks, code) ? checks[code] : undefined;
    if (level === 'off') return [];
    const severity = level ?? problem.severity;
    return [{ ...problem, severity: isDraft && isLintCode(code) && severity === 'error' ? 'warning' : severity }];
  });
}

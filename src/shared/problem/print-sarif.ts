/** Problems as SARIF 2.1.0, which code scanning services and editors read. */
import type { Location, Log, Result } from 'sarif';
import { catalogue, type ProblemCode } from './catalogue.ts';
import type { Severity } from './catalogue-entry.ts';
import type { Problem, SourceLocation } from './problem.ts';

const levels: Record<Severity, 'error' | 'warning' | 'note'> = { error: 'error', warning: 'warning', hint: 'note' };

export interface SarifOptions {
  /** The site's folder within the repository, `''` or `my-site/`. */
  root: string;
  /** Candor's own version. */
  version: string;
}

export function printSarif(problems: readonly Problem[], { root, version }: SarifOptions): string {
  const codes = [...new Set(problems.map(({ code }) => code))].sort();
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Candor', version, rules: codes.map(describeRule) } },
        columnKind: 'utf16CodeUnits',
        results: problems.map((problem) => describeResult(problem, codes, root)),
      },
    ],
  };
  return JSON.stringify(log, null, 2);
}

function describeRule(code: ProblemCode) {
  return { id: code, defaultConfiguration: { level: levels[catalogue[code].severity] } };
}

function describeResult(problem: Problem, codes: readonly ProblemCode[], root: string): Result {
  const { code, severity, location, fact, remedy, related } = problem;
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: levels[severity],
    message: { text: `${fact} ${remedy}` },
    locations: [locate(location, root)],
    ...(related
      ? { relatedLocations: [{ id: 1, message: { text: 'The other place.' }, ...locate(related, root) }] }
      : {}),
  };
}

function locate({ file, line, column }: SourceLocation, root: string): Location {
  const uri = (root + file).split('/').map(encodeURIComponent).join('/');
  const region =
    line === undefined ? {} : { startLine: line, ...(column === undefined ? {} : { startColumn: column }) };
  return {
    physicalLocation: { artifactLocation: { uri }, ...(line === undefined ? {} : { region }) },
  };
}

/** Problems as a JUnit report, which most CI services show: a suite for each file, a case for each problem. */
import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import { printLocation } from './print-problems.ts';
import type { Problem } from './problem.ts';

/** Errors are failures; what does not forbid publishing passes, with its words as output. */
export function printJunit(problems: readonly Problem[]): string {
  const byFile = Map.groupBy(problems, ({ location }) => location.file);
  const suites = [...byFile].map(([file, found]) => x('testsuite', countsOf(file, found), found.map(describeCase)));
  const clean = x('testsuite', countsOf('content', []), [x('testcase', { name: 'no problems', classname: 'candor' })]);
  const all = x('testsuites', { name: 'candor check', ...totals(problems) }, suites.length > 0 ? suites : [clean]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(all)}`;
}

function totals(problems: readonly Problem[]) {
  const failures = problems.filter(({ severity }) => severity === 'error').length;
  return { tests: String(Math.max(1, problems.length)), failures: String(failures), errors: '0' };
}

function countsOf(name: string, problems: readonly Problem[]) {
  return { name: legal(name), ...totals(problems), skipped: '0' };
}

function describeCase({ code, severity, location, fact, remedy }: Problem) {
  const words = legal(`${printLocation(location)}\n${fact}\n${remedy}`);
  const outcome =
    severity === 'error'
      ? x('failure', { message: legal(fact), type: code }, words)
      : x('system-out', `${severity}: ${words}`);
  const name = [code, location.line, location.column].filter((part) => part !== undefined).join(' ');
  return x('testcase', { name, classname: legal(location.file) }, outcome);
}

/** Without the characters that XML 1.0 does not have. */
function legal(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
}

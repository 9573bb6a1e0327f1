/** Problems as annotations of a GitHub workflow: one workflow command a problem. */
import type { Severity } from './catalogue-entry.ts';
import type { Problem } from './problem.ts';

const commands: Record<Severity, string> = { error: 'error', warning: 'warning', hint: 'notice' };

/** `root` is the site's folder within the repository, `''` or `my-site/`. The escapes are those of `@actions/core`. */
export function printGithub(problems: readonly Problem[], root: string): string {
  return problems
    .map(({ severity, location, code, fact, remedy }) => {
      const properties = { file: root + location.file, line: location.line, col: location.column, title: code };
      const list = Object.entries(properties)
        .filter(([, value]) => value !== undefined)
        .map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
      return `::${commands[severity]} ${list.join(',')}::${escapeData(`${fact}\n${remedy}`)}`;
    })
    .join('\n');
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

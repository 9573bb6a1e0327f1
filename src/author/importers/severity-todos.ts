/** What is to do about a severity that the source states in its own words, or not at all. */
import { cleanText } from './clean-text.ts';
import type { ImportOptions } from './importer.ts';
import { suggestSeverity } from './suggest-severity.ts';
import type { Todo } from './write-frontmatter.ts';

/** None where the source names one of the site's. */
export function severityTodos(
  written: string | undefined,
  severity: string | undefined,
  { severity: standIn, severities = [] }: ImportOptions,
): Todo[] {
  if (severity !== undefined) return [];
  const said = written === undefined ? 'states none' : `says \`${cleanText(written)}\``;
  const likely = written === undefined ? undefined : suggestSeverity(written, severities);
  const hint = likely === undefined ? '' : ` \`${likely}\` may be meant.`;
  return [{ key: 'severity', text: `The source ${said}; \`${standIn}\` is a stand-in.${hint}` }];
}

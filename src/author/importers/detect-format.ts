/** Which importer reads a file that nobody named a format of. */
import { cleanText } from './clean-text.ts';
import { splitFront } from './front-fields.ts';
import type { ImportSource } from './importer.ts';
import { readIncidentIo } from './incident-io.ts';
import { readPagerduty } from './pagerduty.ts';
import { type Fields, listOf, parseJson } from './read-json.ts';

/**
 * The name of a format. `json` for what ends in `.json` or is JSON and of no tool that has a reader of its own; `document` for
 * all other text.
 */
export function detectFormat({ fileName, text }: Pick<ImportSource, 'fileName' | 'text'>): string {
  const data = parseJson(text);
  if (data !== undefined || /\.json$/i.test(fileName)) return formatOfData(data);
  return isCstate(text) ? 'cstate' : 'document';
}

function formatOfData(data: unknown): string {
  if (readIncidentIo(data).length > 0) return 'incident.io';
  if (readPagerduty(data).length > 0) return 'pagerduty';
  const [whole = {}] = Array.isArray(data) ? [{}] : listOf(data);
  const list = listOf(data);
  const within = (...keys: string[]) => [...list, ...keys.flatMap((key) => listOf(whole[key] ?? []))];
  if (Array.isArray(data) && list.some((row) => has(row, 'ts') && (has(row, 'text') || row['type'] === 'message')))
    return 'slack';
  if (within('incidents', 'scheduled_maintenances', 'incident').some((row) => has(row, 'incident_updates')))
    return 'statuspage';
  if (within('items').some(isIssue)) return 'github';
  if (within('data').some(isOfCachet)) return 'cachet';
  return 'json';
}

function has(fields: Fields, key: string): boolean {
  return Object.hasOwn(fields, key);
}

function isIssue(fields: Fields): boolean {
  return (
    has(fields, 'title') && has(fields, 'number') && ['labels', 'closed_at', 'html_url'].some((key) => has(fields, key))
  );
}

/** Who may see one is said by number; Cachet 3 answers as JSON:API. */
function isOfCachet(fields: Fields): boolean {
  const [attributes = {}] = listOf(fields['attributes'] ?? []);
  return [fields, attributes].some((each) => has(each, 'name') && has(each, 'visible'));
}

/** Its template marks each page of an incident so. */
function isCstate(text: string): boolean {
  const { fields } = splitFront(cleanText(text).trim());
  return fields !== undefined && fields['section'] === 'issue' && has(fields, 'title');
}

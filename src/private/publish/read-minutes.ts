/** The minutes of an incident review: a file beside the postmortem, internal as a whole. */

import { decodeText } from '../../disk/safe-file.ts';
import type { Postmortem } from '../../shared/incident/postmortem-schema.ts';
import type { Problem } from '../../shared/problem/problem.ts';
import type { YamlDocument } from '../../shared/yaml/yaml-document.ts';
import type { PostmortemSource } from './types.ts';

/** The minutes' text; all absent when the postmortem names none. */
export async function readMinutes(
  { review }: Postmortem,
  { source, document }: { source: PostmortemSource; document: YamlDocument },
): Promise<{ text?: string; problem?: Problem; file: string }> {
  const name = review?.minutes;
  const file = source.file.replace(/[^/]*$/, name ?? '');
  if (name === undefined) return { file };
  const read = await source.attachment(name.replace(/^\.\//, ''));
  const location = document.locationOf(['review', 'minutes']);
  if (read.problem) return { file, problem: { ...read.problem, location } };
  const text = decodeText(read.value, file);
  return text.problem ? { file, problem: text.problem } : { file, text: text.value };
}

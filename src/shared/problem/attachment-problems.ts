/** Files that a postmortem offers for download. */
import { error } from './catalogue-entry.ts';

export const attachmentProblems = {
  'attachment/bad-name': error<{ reason: string }>(
    ({ reason }) => `The file cannot be offered under this name: ${reason}.`,
    () => 'Use letters, digits, `-`, `_` and `.` in its name, as in `error-rate.csv`, and list each file once.',
  ),
  'attachment/unknown-kind': error<{ known: readonly string[] }>(
    () => 'Files of this kind cannot be offered for download.',
    ({ known }) =>
      `Known kinds: ${known.join(', ')}. A picture is shown in the story; other files belong on another host, with a link under \`references\`.`,
  ),
  'attachment/internal': error(
    () =>
      'The file is internal: the text of the postmortem, the minutes of its review, or what another attachment withholds, by its name or its bytes.',
    () => 'Choose another file, or make one with what readers may know.',
  ),
  'attachment/too-large': error<{ bytes: number; limit: number }>(
    ({ bytes, limit }) => `The file has ${bytes} bytes; the limit for a download is ${limit}.`,
    () => 'Cut it to what matters, or put it on another host and link to it under `references`.',
  ),
  'attachment/unreadable': error<{ file: string; reason: string }>(
    ({ file, reason }) => `\`${file}\` cannot be searched for private text: ${reason}.`,
    () => 'Save it again as UTF-8 text, or in the format of its extension.',
  ),
  'attachment/not-looked-through': error<{ path: string; sha256: string }>(
    () =>
      'Candor cannot search files of this kind completely: a person has to review it, including its pictures and anything hidden.',
    ({ path, sha256 }) =>
      `Then list it under \`files\` in \`content/redaction.yaml\`: \`{ path: ${path}, sha256: ${sha256}, because: …, until: … }\`.`,
  ),
};

/** Files that a postmortem offers for download. */
import { error } from './catalogue-entry.ts';

export const attachmentProblems = {
  'attachment/bad-name': error<{ reason: string }>(
    ({ reason }) => `The file cannot be offered under this name: ${reason}.`,
    () => 'Name it by letters, digits, `-`, `_` and `.`, such as `error-rate.csv`, and name each file once.',
  ),
  'attachment/unknown-kind': error<{ known: readonly string[] }>(
    () => 'Files of this kind are not offered for download.',
    ({ known }) =>
      `Known kinds: ${known.join(', ')}. A picture is shown in the story; other files belong on another host, with a link under \`references\`.`,
  ),
  'attachment/internal': error(
    () =>
      'The file is internal: the text of the postmortem, the minutes of its review, or what another attachment withholds, by its name or its bytes.',
    () => 'Name another file, or write what readers may know into one of its own.',
  ),
  'attachment/too-large': error<{ bytes: number; limit: number }>(
    ({ bytes, limit }) => `The file has ${bytes} bytes; the limit for one to download is ${limit}.`,
    () => 'Cut it to what matters, or put it on another host and link to it under `references`.',
  ),
  'attachment/unreadable': error<{ file: string; reason: string }>(
    ({ file, reason }) => `\`${file}\` cannot be searched for private text: ${reason}.`,
    () => 'Save it anew as UTF-8 text, or as what its ending says.',
  ),
  'attachment/not-looked-through': error<{ path: string; sha256: string }>(
    () =>
      'Candor cannot search all of a file of this kind: a person has to look through it, its pictures and what is hidden too.',
    ({ path, sha256 }) =>
      `Then name it under \`files\` in \`content/redaction.yaml\`: \`{ path: ${path}, sha256: ${sha256}, because: …, until: … }\`.`,
  ),
};

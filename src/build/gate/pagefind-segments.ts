/** Takes the files of the search index apart: fragments are JSON, the rest is CBOR, of which every run of letters is read. */
import { unpackGzip } from '../../shared/formats/unpack.ts';
import { demand } from '../../shared/formats/unreadable-file.ts';
import { jsonSegments } from './json-segments.ts';
import type { TextSegment } from './text-segment.ts';

const mark = 'pagefind_dcd';

export function isPagefindFile(path: string): boolean {
  return /\.(?:pf_fragment|pf_index|pf_meta|pf_filter)$/.test(path);
}

/** Throws `UnreadableFile` for what is no such file. */
export function pagefindSegments(bytes: Uint8Array): TextSegment[] {
  const { content, name } = unpackGzip(bytes);
  demand(name === '' && content.toString('latin1', 0, mark.length) === mark, 'it is no part of a search index');
  const text = content.toString('utf8', mark.length);
  return text.trimStart().startsWith('{') ? jsonSegments(text) : (text.match(/[\p{L}\p{N}\p{P} ]{3,}/gu) ?? []);
}

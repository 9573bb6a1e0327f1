/** The files that an import is given: what is read of each, and which are no postmortems. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname } from 'node:path';
import { type DocumentFile, isBinaryDocument } from '../author/importers/read-document.ts';
import { decodeText, maximumTextBytes } from '../disk/safe-file.ts';
import { createProblem, type Problem } from '../shared/problem/problem.ts';

/** Of files that hold pictures, or the data of many incidents. */
const maximumBytes = 20 * maximumTextBytes;
/** The bytes of a picture within a text, which are no words. */
const picture = /(data:[\w.+-]{1,40}\/[\w.+-]{1,60};base64,)[\w+/=]+/g;

/** `leftOut` names what the file is instead of a postmortem. */
export type ReadSource = { file: DocumentFile } | { problem: Problem } | { leftOut: string };

const others: [RegExp, string][] = [
  [/^readme\b/i, 'a README'],
  [/^licen[cs]e\b|^copying$/i, 'a licence'],
  [/^(?:contributing|changelog|security|codeowners|code[-_ ]of[-_ ]conduct|maintainers)$/i, "a repository's own file"],
  [
    /^[_.]?templates?$|^[_.]?template[-_ .](?:for|of|incident|post-?mortem|report|retro\w*)|[-_ .]template$/i,
    'a template',
  ],
];
const headings =
  /^#{1,6}[ \t*]{1,4}(?:[\w ]{0,20}\b)?(?:timeline|summary|impact|root causes?|resolution|what happened|action items|detection|lessons)\b/gim;

/** Links are followed: the file is the user's own. */
export function readSource(path: string, isDocument: boolean): ReadSource {
  const read = readBytes(path);
  return 'problem' in read ? read : sourceOf(path, read.bytes, isDocument);
}

/** All of a file that the user names. */
export function readBytes(path: string, limit = maximumBytes): { bytes: Buffer } | { problem: Problem } {
  const problem = problemWith(path, limit);
  return problem ? { problem } : { bytes: readFileSync(path) };
}

/** The same of bytes that have been read; `path` names them. */
export function sourceOf(path: string, bytes: Buffer, isDocument: boolean): ReadSource {
  const name = basename(path);
  const stem = name.replace(/\.[^.]*$/, '').replace(/\.html$/i, '');
  const other = isDocument ? others.find(([form]) => form.test(stem))?.[1] : undefined;
  if (other !== undefined) return { leftOut: other };
  if (isDocument && isBinaryDocument(name)) return { file: { fileName: name, bytes } };
  const read = readText(path, bytes, isDocument && !/\.x?html?$/i.test(name));
  if ('problem' in read) return read;
  const { text } = read;
  if (!isDocument || !/^_?index$/i.test(stem)) return { file: { fileName: name, text } };
  // Hugo and others keep each page as `index.md` in a folder of its own.
  if ((text.match(headings) ?? []).length < 2) return { leftOut: 'an index' };
  return { file: { fileName: `${basename(dirname(path))}${extname(name)}`, text } };
}

/** Pages and data of tools often are one line; what people write has lines. */
function readText(path: string, bytes: Buffer, hasLines: boolean): { text: string } | { problem: Problem } {
  const isLong = bytes.length > maximumTextBytes;
  const light = hasLines || isLong ? Buffer.from(bytes.toString('latin1').replace(picture, '$1'), 'latin1') : bytes;
  if (hasLines && light.length > maximumTextBytes)
    return {
      problem: createProblem('file/too-large', { file: path }, { bytes: light.length, limit: maximumTextBytes }),
    };
  const read = decodeText(light, path);
  if (!read.problem) return { text: read.value };
  if (hasLines || read.problem.code !== 'file/line-too-long') return { problem: read.problem };
  return {
    text: light
      .toString('utf8')
      .replace(/^\ufeff/, '')
      .replace(/\r\n?/g, '\n'),
  };
}

function problemWith(path: string, limit: number): Problem | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return createProblem('file/not-found', { file: path }, { path });
  if (stats.isDirectory()) {
    // Throws where it may not be read.
    readdirSync(path);
    return createProblem('import/empty-folder', { file: path });
  }
  if (!stats.isFile()) return createProblem('file/unexpected', { file: path }, { name: basename(path) });
  return stats.size > limit ? createProblem('file/too-large', { file: path }, { bytes: stats.size, limit }) : undefined;
}

/** Checks of one postmortem's texts: each string goes through here before it may be public. */

import { escapeUTF8 } from 'entities';
import type { StoryWords } from '../../shared/i18n/words.ts';
import type { Prose } from '../../shared/incident/public-postmortem.ts';
import { createProblem, type Problem } from '../../shared/problem/problem.ts';
import type { PrivateTextFinder } from '../../shared/redaction/find-private-text.ts';
import type { People } from '../../shared/redaction/policy-schema.ts';
import { privateTextProblems } from '../../shared/redaction/private-text-problems.ts';
import { decodedForms } from '../../shared/text/decoded-forms.ts';
import type { YamlDocument } from '../../shared/yaml/yaml-document.ts';
import type { ProseField } from '../lint/read-passages.ts';
import { hasMarker } from '../markdown/account-markers.ts';
import { readStory, type StoryOptions } from '../markdown/read-story.ts';
import type { StoryResources } from '../markdown/render-options.ts';
import { renderProse } from '../markdown/render-story.ts';
import type { LocatedText } from './check-secrets.ts';

export interface TextContext {
  edition: 'public' | 'internal';
  people: People;
  findPrivateText: PrivateTextFinder;
  words: StoryWords;
  base: string;
  /** Base of the pages in the language of the texts, where it is another. */
  pageBase?: string | undefined;
  /** Prose carries the lines of its source, for the development server. */
  withLines?: boolean | undefined;
  /** Prose with errors is shown all the same where that is safe, and as a sign where it is not. */
  whileWriting?: boolean | undefined;
}

type Path = readonly PropertyKey[];

/** Reads the strings of one YAML document and collects what is wrong with them. */
export interface TextReader {
  /** A string shown as it is. */
  plain(value: string, path: Path): string;
  /** A string of inline Markdown. */
  prose(value: string, path: Path): Prose;
  problems: Problem[];
  /** Every string that became public, for the secret scanner. */
  texts: LocatedText[];
  /** Internal parts of strings. */
  internal: LocatedText[];
  /** What holds sentences, for the checks of facts and style. */
  fields: ProseField[];
  /** Whether a string of inline Markdown was there and all of it internal. */
  isInternal(path: Path): boolean;
}

/** Of the strings shown as they are, those that somebody reads as a sentence. */
const sentences: ReadonlySet<PropertyKey | undefined> = new Set(['title', 'description']);

const noResources: StoryResources = { images: new Map(), charts: new Map() };

export function createTextReader(document: YamlDocument, context: TextContext): TextReader {
  const problems: Problem[] = [];
  const texts: LocatedText[] = [];
  const fields: ProseField[] = [];
  const internal: LocatedText[] = [];
  const whollyInternal = new Set<string>();
  const locationWithin = (path: Path, offset: number) => document.locationWithin(path, offset);

  const search = (value: string, path: Path) => {
    texts.push({ text: value, locationAt: (offset) => locationWithin(path, offset) });
    if (context.edition === 'internal') return;
    const placed = { text: value, locationAt: (offset: number) => locationWithin(path, offset) };
    problems.push(...privateTextProblems(placed, context.findPrivateText));
  };
  const marked = (shown: Prose, path: Path): Prose =>
    context.withLines && shown.text !== '' ? { ...shown, html: withLines(shown.html, document, path) } : shown;
  const plain = (value: string, path: Path): string => {
    const isMarked = hasMarker(value) || decodedForms(value).some(({ text }) => hasMarker(text));
    if (isMarked)
      problems.push(createProblem('redaction/unaccounted', document.locationOf(path), { name: 'Internal' }));
    search(value, path);
    if (sentences.has(path[0]) && !isMarked)
      fields.push({ path, value, locationAt: (offset) => locationWithin(path, offset) });
    return value;
  };
  const prose = (value: string, path: Path): Prose => {
    const locationAt = (offset: number) => locationWithin(path, offset);
    if (isPlainProse(value)) {
      search(value, path);
      fields.push({ path, value, locationAt });
      return marked({ text: value, html: value }, path);
    }
    const options: StoryOptions = {
      ...context,
      inline: true,
      locationAt: ({ offset }) => locationWithin(path, offset ?? 0),
    };
    const story = readStory(value, options);
    problems.push(...story.problems);
    texts.push(...story.texts);
    internal.push(...story.internal);
    if (story.checkable) fields.push({ path, value, tree: story.checkable, locationAt });
    if (!story.tree) return context.whileWriting ? marked({ text: '…', html: '…' }, path) : { text: '', html: '' };
    const shown = renderProse(story.tree, {
      edition: context.edition,
      resources: noResources,
      words: context.words,
      base: context.base,
      pageBase: context.pageBase,
    });
    if (shown.text === '') whollyInternal.add(JSON.stringify(path));
    return marked(shown, path);
  };
  return {
    plain,
    prose,
    problems,
    texts,
    internal,
    fields,
    isInternal: (path) => whollyInternal.has(JSON.stringify(path)),
  };
}

/** `data-written="file:first-last"`: the lines that a field's prose stands on. */
function withLines(html: string, { locationOf, lastLineOf }: YamlDocument, path: Path): string {
  const { file, line = 1 } = locationOf(path);
  return `<span data-written="${escapeUTF8(`${file}:${line}-${lastLineOf(line)}`)}">${html}</span>`;
}

/** True for text that Markdown leaves as it is, letter for letter: no mark, no address, no list. */
export function isPlainProse(value: string): boolean {
  return /^\p{L}(?:[\p{L}\p{N},.;()'"%+/–—-]| (?! ))*$/u.test(value) && !/www\./i.test(value) && !value.endsWith(' ');
}

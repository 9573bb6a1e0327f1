/** Reads one authored text as far as it can be read: its characters, frontmatter, YAML and story, all problems at once. */

import type { Problem } from '../../shared/problem/problem.ts';
import type { PrivateTextFinder } from '../../shared/redaction/find-private-text.ts';
import { splitFrontmatter } from '../../shared/yaml/frontmatter.ts';
import { parseYaml, type YamlDocument } from '../../shared/yaml/yaml-document.ts';
import { findBadCharacters } from '../markdown/bad-characters.ts';
import type { LocationAt } from '../markdown/point.ts';
import { type ReadStory, readStory } from '../markdown/read-story.ts';
import type { PublicationContext } from './publication-context.ts';

/** A text without frontmatter, or what stands below it. */
export interface AuthoredStory {
  /** Path as shown to its author. */
  file: string;
  /** The whole file. */
  text: string;
  /** The text of which `story` was read: its lines are those of the file. */
  body: string;
  story: ReadStory;
  locationAt: LocationAt;
}

export interface Authored extends AuthoredStory {
  document: YamlDocument;
  /** Where the story begins, 1-based. */
  bodyLine: number;
  /** What stands below the frontmatter, as it is written. */
  written: string;
}

export interface ReadOptions {
  context: Pick<PublicationContext, 'edition' | 'policy' | 'whileWriting'>;
  findPrivateText: PrivateTextFinder;
  /** Anchors of the page around, where it is not a postmortem's. */
  taken?: readonly string[];
}

interface AuthoredFile {
  file: string;
  text: string;
}

/** With `refused` there is nothing more to look at. */
export type ReadAuthored<Read> = { authored: Read; refused?: never } | { authored?: never; refused: Problem[] };

/** A text of frontmatter and story. */
export function readAuthored({ file, text }: AuthoredFile, options: ReadOptions): ReadAuthored<Authored> {
  const bad = findBadCharacters(text, file);
  const split = splitFrontmatter(text, file);
  if (bad.length > 0 || 'code' in split) return { refused: [...bad, ...('code' in split ? [split] : [])] };
  const yaml = parseYaml(split.yaml, file, split.yamlLine);
  // Blank lines stand for the frontmatter, so that positions in the body are positions in the file.
  const body = '\n'.repeat(split.bodyLine - 1) + split.body;
  const read = readBody({ file, text, body }, options);
  if (!yaml.document) return { refused: [...yaml.problems, ...read.story.problems] };
  return { authored: { ...read, document: yaml.document, bodyLine: split.bodyLine, written: split.body } };
}

/** A text that is a story alone. */
export function readAuthoredStory({ file, text }: AuthoredFile, options: ReadOptions): ReadAuthored<AuthoredStory> {
  const bad = findBadCharacters(text, file);
  return bad.length > 0 ? { refused: bad } : { authored: readBody({ file, text, body: text }, options) };
}

/** A text of which nothing is published: frontmatter is passed over, and no character is refused. */
export function readStoryAlone({ file, text }: AuthoredFile, options: ReadOptions): AuthoredStory {
  const split = splitFrontmatter(text, file);
  const body = 'code' in split ? text : '\n'.repeat(split.bodyLine - 1) + split.body;
  return readBody({ file, text, body }, options);
}

function readBody(
  authored: Pick<AuthoredStory, 'file' | 'text' | 'body'>,
  { context, findPrivateText, taken }: ReadOptions,
): AuthoredStory {
  const locationAt: LocationAt = ({ line, column }) => ({ file: authored.file, line, column });
  const { edition, policy, whileWriting } = context;
  const options = { edition, people: policy.people, findPrivateText, locationAt, inline: false, taken, whileWriting };
  return { ...authored, locationAt, story: readStory(authored.body, options) };
}

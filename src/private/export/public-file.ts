/** The whole file of a postmortem as the public may have it. */
import type { PublicPostmortem } from '../../shared/incident/public-postmortem.ts';
import { splitFrontmatter } from '../../shared/yaml/frontmatter.ts';
import { publicSource, type SourceOptions } from '../markdown/public-source.ts';
import { publicFrontmatter } from './public-frontmatter.ts';

/** Of a file that was published as `published`; throws for any other. */
export function publicFile(text: string, published: PublicPostmortem, options: SourceOptions): string {
  const split = splitFrontmatter(text, '');
  if ('code' in split) throw new Error('A file that was published has no frontmatter.');
  const publicProse = (source: string) => publicSource(source, { ...options, renamed: new Map() });
  const yaml = publicFrontmatter(split.yaml, { published, publicProse });
  return `---\n${yaml}\n---\n${publicSource(split.body, options)}`;
}

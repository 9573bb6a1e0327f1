/** Where the fields of postmortems stand in their files, for problems that are found in what was published. */

import { readPostmortem } from '../../disk/source/read-postmortem.ts';
import type { SourceLocation } from '../../shared/problem/problem.ts';
import { splitFrontmatter } from '../../shared/yaml/frontmatter.ts';
import { parseYaml } from '../../shared/yaml/yaml-document.ts';

export type FieldLocator = (slug: string, path: readonly PropertyKey[]) => SourceLocation;

/** Reads the files of `slugs`. Of a file that is gone or cannot be read, and of no field, the place is the file alone. */
export async function locateFields(site: string, slugs: readonly string[]): Promise<FieldLocator> {
  const locators = new Map<string, (path: readonly PropertyKey[]) => SourceLocation>();
  for (const slug of new Set(slugs)) {
    const { files } = await readPostmortem(site, slug, []).catch(() => ({ files: undefined }));
    const split = files && splitFrontmatter(files.text, files.file);
    if (!files || !split || 'code' in split) continue;
    const { document } = parseYaml(split.yaml, files.file, split.yamlLine);
    locators.set(slug, (path) =>
      path[0] === 'story' || !document
        ? { file: files.file, line: split.bodyLine, column: 1 }
        : document.locationOfKey(path),
    );
  }
  return (slug, path) => {
    const locate = path.length === 0 ? undefined : locators.get(slug);
    return locate?.(path) ?? { file: `content/postmortems/${slug}/index.mdx` };
  };
}

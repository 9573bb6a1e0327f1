/** Files that let editors find the schemas: which schema is for which file. */
import { pathToFileURL } from 'node:url';

/** Globs below the site's folder, as Red Hat's YAML extension takes them in its setting `yaml.schemas`. */
export const yamlSchemas: Readonly<Record<string, string>> = {
  site: 'content/site.yaml',
  service: 'content/services/*.yaml',
  people: 'content/people.yaml',
  redaction: 'content/redaction.yaml',
  announce: 'content/announce.yaml',
};

/**
 * What Astro's extension reads from `.astro/collections/collections.json` to complete the frontmatter of MDX files: it
 * names each file by its address in lower case, and finds `<collection>.schema.json` beside itself.
 */
export function collectionsOf(
  files: Readonly<Record<'postmortem' | 'translation' | 'page', readonly string[]>>,
): string {
  const entries = Object.entries(files).flatMap(([collection, paths]) =>
    paths.map((path) => [decodeURIComponent(pathToFileURL(path).href).toLowerCase(), collection] as const),
  );
  const collections = Object.keys(files).map((name) => ({ hasSchema: true, name }));
  return `${JSON.stringify({ collections, entries: Object.fromEntries(entries) }, null, 1)}\n`;
}

/** What a site uses already, for offering it where a postmortem is begun. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { splitFrontmatter } from '../../shared/yaml/frontmatter.ts';
import { parseYaml } from '../../shared/yaml/yaml-document.ts';
import { readSiteText } from '../safe-file.ts';

export interface SiteSurvey {
  /** Ids of all postmortems that have one. */
  ids: string[];
  /** Teams that responded, promised or logged something, each once, in alphabetical order. */
  teams: string[];
}

interface Written {
  detection?: { team?: unknown };
  responders?: { team?: unknown }[];
  actions?: { owner?: unknown }[];
}

/** Reads the frontmatter of every postmortem; what cannot be read is left out. */
export async function surveySite(site: string): Promise<SiteSurvey> {
  const folder = join(site, 'content', 'postmortems');
  const ids: string[] = [];
  const teams = new Set<string>();
  for (const slug of await readdir(folder).catch(() => [])) {
    const text = (await readSiteText(site, `content/postmortems/${slug}/index.mdx`)) ?? '';
    const split = splitFrontmatter(text, slug);
    const { document } = 'code' in split ? {} : parseYaml(split.yaml, slug);
    // By its letters: an id counts also where the rest of the file cannot be read.
    const [, id] = /^id:[ \t]*["']?([^\s"'#]+)/m.exec('code' in split ? '' : split.yaml) ?? [];
    const { detection, responders, actions } = (document?.value ?? {}) as Written;
    if (id !== undefined) ids.push(id);
    const named = [
      detection?.team,
      ...listOf(responders).map((part) => part?.team),
      ...listOf(actions).map((part) => part?.owner),
    ];
    for (const team of named) if (typeof team === 'string') teams.add(team);
  }
  return { ids, teams: [...teams].sort((a, b) => (a < b ? -1 : 1)) };
}

function listOf<T>(value: T[] | undefined): T[] {
  return Array.isArray(value) ? value : [];
}

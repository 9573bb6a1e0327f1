/** Where a site is served from. */
export interface ServedSite {
  /** Address of the site. */
  url: string;
  /** Path of that address: begins and ends with a slash. */
  base: string;
  /** Absolute path of the built folder. */
  out: string;
  /** The same below the site's folder, with slashes; `dist`. */
  folder: string;
}

const anyRoot = '/srv/www';

/**
 * The folder that a server shows at `/`: the built one lies in it where the address has a path. `note` is a comment on what is
 * to be copied where. A path with signs that a configuration may read otherwise, such as `$`, gives way to one without.
 */
export function documentRoot({ base, out }: Pick<ServedSite, 'base' | 'out'>): { root: string; note: string } {
  const isPlain = /^\/[\w./@+-]*$/.test(out);
  const below = base.slice(0, -1);
  if (isPlain && below === '') return { root: out, note: '' };
  if (isPlain && out.endsWith(below) && out.length > below.length)
    return { root: out.slice(0, -below.length), note: '' };
  return { root: anyRoot, note: `# Copy the built folder to ${anyRoot}${below}\n` };
}

/** Builds so that `folder` can be shown at `/`. Where the address has a path, `atTop` names what a host looks for beside it. */
export function buildCommand({ base, folder }: Pick<ServedSite, 'base' | 'folder'>, atTop: readonly string[]): string {
  if (base === '/') return folder === 'dist' ? 'npm run build' : `npm run build -- --out ${folder}`;
  const out = folder + base.slice(0, -1);
  return `npm run build -- --out ${out} && mv ${atTop.map((name) => `${out}/${name}`).join(' ')} ${folder}/`;
}

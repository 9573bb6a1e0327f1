/** `_redirects`, which Netlify, Cloudflare Pages and GitLab Pages read: one line a rule, `from to status`. */

import { pathTo } from '../addresses/path-to.ts';

/** A postmortem that had another slug. */
export interface Move {
  from: string;
  to: string;
}

/** Of the page with and without its last slash, and of the postmortem's data. `base` begins and ends with a slash. */
export function redirectsFile(moves: readonly Move[], base: string): string {
  const lines = moves.flatMap(({ from, to }) => {
    const line = (kind: 'postmortem' | 'postmortemData' | 'postmortemText', written = (path: string) => path) => {
      const [old, present] = [from, to].map((slug) => base + pathTo(kind, { slug }).slice(1));
      return `${written(old ?? '')} ${present} 301`;
    };
    const withoutSlash = (path: string) => path.replace(/\/$/, '');
    return [line('postmortem'), line('postmortem', withoutSlash), line('postmortemData'), line('postmortemText')];
  });
  return lines.map((line) => `${line}\n`).join('');
}

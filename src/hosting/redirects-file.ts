/** `_redirects`, which Netlify, Cloudflare Pages and GitLab Pages read: one line a rule, `from to status`. */

/** A postmortem that had another slug. */
export interface Move {
  from: string;
  to: string;
}

/** Of the page with and without its last slash, and of the postmortem's data. `base` begins and ends with a slash. */
export function redirectsFile(moves: readonly Move[], base: string): string {
  const lines = moves.flatMap(({ from, to }) => {
    const [old, present] = [`${base}postmortems/${from}`, `${base}postmortems/${to}`];
    return [
      `${old}/ ${present}/ 301`,
      `${old} ${present}/ 301`,
      `${old}.json ${present}.json 301`,
      `${old}.md ${present}.md 301`,
    ];
  });
  return lines.map((line) => `${line}\n`).join('');
}

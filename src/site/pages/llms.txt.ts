/** What the site holds, for language models (llmstxt.org). */

import type { APIRoute } from 'astro';
import { pathTo } from '../../shared/addresses/path-to.ts';
import { addressOf } from '../components/address.ts';
import { getLocaleInUtc } from '../data/locale.ts';
import { getSite, listLatest } from '../data/site-data.ts';

const newest = '100';

export const GET: APIRoute = () => {
  const { name, description } = getSite();
  const { data } = getLocaleInUtc().words;
  const rows = listLatest(newest).map(
    ({ slug, title, summary }) => `- [${title}](${addressOf(pathTo('postmortemText', { slug }))}): ${summary.text}`,
  );
  const lines = [
    `# ${name}`,
    '',
    `> ${description}`,
    '',
    `## ${data.postmortems}`,
    '',
    ...rows,
    '',
    `## ${data.title}`,
    '',
    `- [${data.allPostmortems}](${addressOf(pathTo('postmortemsData'))})`,
    `- [${data.fields}](${addressOf(pathTo('data'))})`,
    '',
  ];
  return new Response(lines.join('\n'), { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};

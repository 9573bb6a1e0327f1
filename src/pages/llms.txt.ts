/** What the site holds, for language models (llmstxt.org). */
import type { APIRoute } from 'astro';
import { addressOf } from '../components/address.ts';
import { getSite, listLatest } from '../site-data.ts';

const newest = '100';

export const GET: APIRoute = () => {
  const { name, description } = getSite();
  const rows = listLatest(newest).map(
    ({ slug, title, summary }) => `- [${title}](${addressOf(`/postmortems/${slug}.md`)}): ${summary.text}`,
  );
  const lines = [
    `# ${name}`,
    '',
    `> ${description}`,
    '',
    '## Postmortems',
    '',
    ...rows,
    '',
    '## Data',
    '',
    `- [All postmortems](${addressOf('/api/postmortems.json')})`,
    `- [What the fields mean](${addressOf('/data/')})`,
    '',
  ];
  return new Response(lines.join('\n'), { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};

/** What search engines are told of a postmortem. */
import { expect, test } from 'vitest';
import type { PublicPostmortem } from '../../../src/shared/incident/public-postmortem.ts';
import { structuredData } from '../../../src/site/documents/structured-data.ts';
import { postmortem, publish } from '../../support/publish.ts';

const context = {
  site: { name: 'Postmortems', organisation: 'Example', language: 'en' },
  addressOf: (path: string) => `https://a.example${path}`,
  services: [{ id: 'checkout', name: 'Checkout' }],
  above: [{ title: 'Postmortems', path: '/' }],
};

async function told(changes: Record<string, string> = {}, title?: string) {
  const published = (await publish(postmortem('x', changes))).postmortem as PublicPostmortem;
  const json = structuredData({ ...published, title: title ?? published.title }, context);
  return { json, graph: (JSON.parse(json) as { '@graph': Record<string, unknown>[] })['@graph'] };
}

test('a postmortem is a report of its organisation, about the services, with its dates and its place in the site', async () => {
  const revisions = '[{ at: 2026-04-01T00:00Z, kind: correction, note: It was 13. }]';
  const { graph } = await told({ revisions });
  expect(graph[0]).toMatchObject({
    '@type': 'Report',
    identifier: 'PM-2026-001',
    datePublished: '2026-03-20T10:00:00Z',
    dateModified: '2026-04-01T00:00:00Z',
    temporalCoverage: '2026-03-14T09:12:00Z/2026-03-14T10:40:00Z',
    author: { '@type': 'Organization', name: 'Example' },
    about: [{ '@type': 'Service', name: 'Checkout', url: 'https://a.example/services/checkout/' }],
    correction: [{ '@type': 'CorrectionComment', text: 'It was 13.' }],
  });
  expect(graph[1]).toMatchObject({ '@type': 'BreadcrumbList', itemListElement: [{ position: 1 }, { position: 2 }] });
});

test('an estimated or unknown time gives no period', async () => {
  const times = '{ started: about 2026-03-14T09:12Z, firstLogged: unknown, resolved: 2026-03-14T10:40Z }';
  expect((await told({ times })).graph[0]).not.toHaveProperty('temporalCoverage');
});

test('no title ends the script element or breaks the line', async () => {
  const title = 'a </script><script>alert(1)</script><!-- & \u2028 \u2029 "quoted" \\';
  const { json, graph } = await told({}, title);
  expect(json).not.toMatch(/[<>&\u2028\u2029\n]/);
  expect(graph[0]?.['headline']).toBe(title);
});

/**
 * Writes a site of N postmortems, the same bytes for the same N: 2 to 30 KB each, tables and code, an image of its own in
 * one of ten, internal notes in half of them.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { isAddressName } from '../src/shared/incident/address-name.ts';
import { createRandom, type Random } from './random.ts';

const publicWords =
  `the a of to in and was were that which for with on at by from after before when while until each every
  request response queue worker database index replica primary cache key token session timeout retry deploy release rollback
  version build image container host node cluster region zone balancer proxy certificate zone record resolver packet route
  latency error rate graph alert page dashboard threshold minute hour second morning evening customer order payment invoice
  report export import job schedule batch stream event message topic partition offset lag consumer producer lock row table
  column schema migration script flag setting default limit quota budget capacity memory disk file handle thread pool
  connection socket handshake health check probe signal restart drain failover promotion snapshot backup restore copy
  began ended rose fell grew shrank failed recovered waited returned answered refused accepted opened closed doubled halved
  slow fast full empty old new large small single second third wrong right early late stale fresh cold warm busy idle`.split(
    /\s+/,
  );
/** No word that the addresses of a site keep for something else. */
const tags = publicWords.filter(isAddressName);
const privateWords =
  `harbour lantern marigold saffron thistle gable ferry quill anvil bramble cinder dapple ember fennel gorse
  heron indigo juniper kestrel larch mallow nettle osprey pebble quarry rowan sorrel tansy umber vetch willow yarrow`.split(
    /\s+/,
  );
/** What the image of a postmortem is called, beside its source. */
export const imageName = 'graph.png';
const services = ['checkout', 'search', 'accounts', 'reports'];

/** Writes `<folder>/content` and an empty `<folder>/public`. */
export async function generateSite(folder: string, count: number): Promise<void> {
  const content = join(folder, 'content');
  mkdirSync(join(content, 'services'), { recursive: true });
  mkdirSync(join(folder, 'public'), { recursive: true });
  writeSettings(content);
  for (let index = 0; index < count; index += 1) {
    const random = createRandom(index + 1);
    const slug = `incident-${String(index + 1).padStart(5, '0')}`;
    const path = join(content, 'postmortems', slug);
    mkdirSync(path, { recursive: true });
    const hasImage = index % 10 === 0;
    if (hasImage) writeFileSync(join(path, imageName), await drawImage(createRandom(index + 1)));
    writeFileSync(join(path, 'index.mdx'), postmortem(index, random, hasImage));
  }
}

function writeSettings(content: string): void {
  const severities = ['sev1', 'sev2', 'sev3'].map(
    (id, index) => `  - { id: ${id}, name: Severity ${index + 1}, meaning: Degree ${index + 1}. }`,
  );
  writeFileSync(
    join(content, 'site.yaml'),
    [
      'name: Generated postmortems',
      'organisation: Example',
      'description: Generated for measuring.',
      'url: https://bench.example/',
      'established: 2024-01-01',
      'severities:',
      ...severities,
      '',
    ].join('\n'),
  );
  writeFileSync(join(content, 'people.yaml'), 'gorse: { name: Gwendolen Gorsebury, role: the on-call engineer }\n');
  writeFileSync(join(content, 'redaction.yaml'), 'terms:\n  - { term: Project Kestrelmark, because: A code name. }\n');
  for (const id of services) {
    writeFileSync(
      join(content, 'services', `${id}.yaml`),
      `name: ${id}\nagreements:\n  - { kind: availability, target: 99.9, window: calendar-month, from: 2020-01-01 }\n`,
    );
  }
}

/** No two alike: a generator that knows pictures by their bytes would make a single one for all postmortems. */
function drawImage(random: Random): Promise<Buffer> {
  const points = [400, 500, 700, 1200].map((x) => `L${x} ${random.between(40, 560)}`).join(' ');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="600"><rect width="1200" height="600" fill="#eef"/><path d="M0 500 ${points}" stroke="#a33" fill="none" stroke-width="6"/></svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}

function postmortem(index: number, random: Random, hasImage: boolean): string {
  const start = Date.UTC(2020, 0, 1) + index * 5 * 3_600_000;
  const at = (minutes: number) => new Date(start + minutes * 60_000).toISOString().replace('.000Z', 'Z');
  const length = random.between(30, 200);
  const frontmatter = [
    `id: PM-${index + 1}`,
    `title: ${capital(sentence(random, publicWords, 6))} ${index + 1}`,
    `summary: ${prose(random, 2)}`,
    'state: final',
    `publishedAt: ${at(20_000)}`,
    `severity: sev${random.between(1, 3)}`,
    `tags: [${random.pick(tags)}, ${random.pick(['database', 'network', 'deploy'])}]`,
    `times: { started: ${at(0)}, firstLogged: ${at(5)}, mitigated: ${at(length - 10)}, resolved: ${at(length)} }`,
    `detection: { by: ${random.pick(['customer', 'monitoring', 'employee'])} }`,
    `impact: { users: about ${random.between(10, 9000)}, accounts: ${random.between(1, 900)}, supportRequests: ${random.between(0, 90)}, services: [{ service: ${random.pick(services)}, windows: [{ from: ${at(0)}, to: ${at(length - 10)}, level: partial, share: ${random.between(1, 99)}% }] }] }`,
    'responders: [{ team: Platform, did: [diagnosed, fixed], people: [gorse] }]',
    `contributingFactors: [${prose(random, 1)}, ${prose(random, 1)}]`,
    `mitigations: [${prose(random, 1)}]`,
    'timeline:',
    ...Array.from(
      { length: random.between(4, 12) },
      (_, row) =>
        `  - { at: ${at(row * 2)}, kind: response, what: ${prose(random, 1)}${row === 3 ? ', internal: true' : ''} }`,
    ),
    `review: { held: ${at(2000).slice(0, 10)} }`,
    'actions:',
    `  - { id: A2, what: Watch ${sentence(random, publicWords, 4)}, kind: observability, owner: Platform, due: ${at(50_000).slice(0, 10)}, doneWhen: ${prose(random, 1)}, state: open }`,
    `  - { id: A1, what: ${capital(sentence(random, publicWords, 7))}, kind: fix, owner: Platform, due: ${at(60_000).slice(0, 10)}, doneWhen: ${prose(random, 1)}, state: open, ticket: BEN-${index + 1} }`,
  ];
  return `---\n${frontmatter.join('\n')}\n---\n${story(index, random, hasImage)}`;
}

function story(index: number, random: Random, hasImage: boolean): string {
  const parts: string[] = [];
  const wanted = random.between(2_000, 14_000) * (random.next() < 0.1 ? 2 : 1);
  for (let size = 0, section = 0; size < wanted; section += 1) {
    const part = `## ${capital(sentence(random, publicWords, 3))} ${section + 1}\n\n${paragraph(random)}\n\n${extra(section, random)}\n`;
    parts.push(part);
    size += part.length;
  }
  if (hasImage) parts.push(`![The error rate rises and falls](${imageName})\n`);
  if (index % 2 === 0)
    parts.push(
      `<Internal>\n${capital(sentence(random, privateWords, 20))} at host-${index + 1}.quarry.example.\n</Internal>\n`,
    );
  return parts.join('\n');
}

function extra(section: number, random: Random): string {
  switch (section % 4) {
    case 0:
      return `| Minute | Errors |\n| --: | --: |\n${Array.from({ length: 6 }, (_, row) => `| ${row} | ${random.between(0, 999)} |`).join('\n')}\n`;
    case 1:
      return `\`\`\`sh\nfor host in ${random.pick(publicWords)} ${random.pick(publicWords)}; do\n  restart "$host" --wait ${random.between(1, 60)}\ndone\n\`\`\`\n`;
    case 2:
      return Array.from({ length: 4 }, () => `- ${prose(random, 1)}`).join('\n');
    default:
      return `> ${paragraph(random)}\n`;
  }
}

function paragraph(random: Random): string {
  return `${prose(random, random.between(2, 5))} It was *${random.pick(publicWords)}* and \`${random.pick(publicWords)}\`.`;
}

function prose(random: Random, sentences: number): string {
  return Array.from(
    { length: sentences },
    () => `${capital(sentence(random, publicWords, random.between(6, 16)))}.`,
  ).join(' ');
}

function sentence(random: Random, words: readonly string[], length: number): string {
  return Array.from({ length }, () => random.pick(words)).join(' ');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Publishes one postmortem from text, as the worker does, without a build. */

import { decodeText } from '../../src/disk/safe-file.ts';
import type { PublicationContext } from '../../src/private/publish/publication-context.ts';
import { publishPostmortem } from '../../src/private/publish/publish-postmortem.ts';
import type { Publication } from '../../src/private/publish/types.ts';
import { useLocale } from '../../src/shared/i18n/use-locale.ts';
import { serviceSchema } from '../../src/shared/incident/service-schema.ts';
import { siteSchema } from '../../src/shared/incident/site-schema.ts';
import { isLintCode } from '../../src/shared/problem/catalogue.ts';
import { createProblem } from '../../src/shared/problem/problem.ts';
import { createFinder } from '../../src/shared/redaction/find-private-text.ts';
import { type Policy, peopleSchema, redactionSchema } from '../../src/shared/redaction/policy-schema.ts';

export const settings = siteSchema.parse({
  name: 'Example postmortems',
  organisation: 'Example',
  description: 'Postmortems of Example.',
  url: 'https://postmortems.example/',
  established: '2024-01-01',
  severities: [
    { id: 'sev1', name: 'Severity 1', meaning: 'Everybody is affected.' },
    { id: 'sev2', name: 'Severity 2', meaning: 'Some are affected.' },
  ],
});

export const people = peopleSchema.parse({
  mchen: { name: 'Mei Chen', role: 'the on-call database engineer', aliases: ['MC', 'meimei'] },
  rpatel: { name: 'Rohan Patel', role: 'the incident commander' },
});

export const policy: Policy = {
  people,
  redaction: redactionSchema.parse({
    terms: [{ term: 'Project Basilisk', because: 'A code name.' }],
    hosts: ['*.corp.example.net'],
    patterns: [{ name: 'change numbers', pattern: 'chg-\\d{4,}', because: 'Internal numbers.' }],
    tags: ['staff-only'],
    allow: [{ text: 'help@example.org', because: 'The public address.', until: '2099-12-31' }],
  }),
};

export function contextWith(changes: Partial<PublicationContext> = {}): PublicationContext {
  return {
    edition: 'public',
    site: '/nowhere',
    settings,
    base: '/',
    services: {
      checkout: serviceSchema.parse({ name: 'Checkout' }),
      ledger: serviceSchema.parse({ name: 'Ledger of clay', internal: true }),
    },
    policy,
    ticketPrefixes: ['pay-'],
    internalNames: ['Ledger of clay'],
    words: useLocale('en').words.story,
    ...changes,
  };
}

/** Frontmatter of a complete final postmortem; `changes` replaces or adds top-level lines by their key. */
export function frontmatter(changes: Record<string, string | undefined> = {}): string {
  const lines: Record<string, string | undefined> = {
    id: 'PM-2026-001',
    title: 'Checkout failed for some customers',
    summary: 'Some payments failed.',
    state: 'final',
    publishedAt: '2026-03-20T10:00Z',
    severity: 'sev1',
    times: '{ started: 2026-03-14T09:12Z, firstLogged: 2026-03-14T09:31Z, resolved: 2026-03-14T10:40Z }',
    detection: '{ by: customer }',
    impact: '{ users: about 12000, accounts: 310, supportRequests: 87, services: [] }',
    responders: '[{ team: Payments }]',
    mitigations: '[The deploy was rolled back.]',
    contributingFactors: '[The index was missing.]',
    timeline: '[{ at: 2026-03-14T09:12Z, kind: trigger, what: The deploy began. }]',
    ...changes,
  };
  return Object.entries(lines)
    .flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${value}`]))
    .join('\n');
}

/** A whole file: frontmatter with `changes`, then `body`. */
export function postmortem(body = 'The story.', changes: Record<string, string | undefined> = {}): string {
  return `---\n${frontmatter(changes)}\n---\n${body}\n`;
}

export type Attachments = Record<string, string | Uint8Array>;

const usualFinder = createFinder(policy, contextWith());

interface PublishOptions {
  attachments?: Attachments;
  /** `index.<language>.mdx` by its language. */
  translations?: Record<string, string>;
  context?: Partial<PublicationContext>;
  slug?: string;
}

/**
 * Publishes `text` as `content/postmortems/example/index.mdx`. Problems of facts and style are left out, once it is
 * certain that none of them tells of a canary.
 */
export async function publish(text: string | Uint8Array, options: PublishOptions = {}): Promise<Publication> {
  const publication = await publishAndLint(text, options);
  const style = publication.problems.filter(({ code }) => isLintCode(code));
  if (/canary/i.test(JSON.stringify(style))) throw new Error('A problem of facts or style tells of a canary.');
  return { ...publication, problems: publication.problems.filter(({ code }) => !isLintCode(code)) };
}

/** The same with all problems. What is held against other texts is left out: it is private, and never becomes public. */
export async function publishAndLint(text: string | Uint8Array, options: PublishOptions = {}): Promise<Publication> {
  const { internalValues: _values, shown: _shown, ...publication } = await publishWhole(text, options);
  return publication;
}

/** All that a publication has. */
export async function publishWhole(text: string | Uint8Array, options: PublishOptions = {}): Promise<Publication> {
  const slug = options.slug ?? 'example';
  const file = `content/postmortems/${slug}/index.mdx`;
  const context = contextWith(options.context);
  const decoded = decodeText(typeof text === 'string' ? Buffer.from(text) : text, file);
  if (decoded.problem) return { slug, problems: [decoded.problem], images: [] };
  const source = {
    slug,
    file,
    text: decoded.value,
    translations: Object.entries(options.translations ?? {}).map(([language, content]) => ({
      language,
      file: `content/postmortems/${slug}/index.${language}.mdx`,
      text: content,
    })),
    attachment: async (name: string) => {
      const content = Object.hasOwn(options.attachments ?? {}, name) ? options.attachments?.[name] : undefined;
      return content === undefined
        ? { problem: createProblem('file/not-found', { file }, { path: name }) }
        : { value: typeof content === 'string' ? Buffer.from(content) : content };
    },
  };
  const findPrivateText = options.context ? createFinder(context.policy, context) : usualFinder;
  return publishPostmortem(source, context, findPrivateText);
}

/** Every byte of a publication, images as Latin-1. */
export function bytesOf({ postmortem: published, translations, images }: Publication): string {
  return [
    JSON.stringify(published ?? null),
    JSON.stringify(translations ?? null),
    ...images.map(({ name, bytes }) => name + Buffer.from(bytes).toString('latin1')),
  ].join('\n');
}

/** `line:column code` of each problem. */
export function placesOf({ problems }: Pick<Publication, 'problems'>): string[] {
  return problems.map(({ location, code }) => `${location.line ?? '-'}:${location.column ?? '-'} ${code}`);
}

/** The story's HTML in one string. */
export function storyOf({ postmortem: published }: Publication): string {
  return (published?.story.segments ?? [])
    .map((segment) => ('html' in segment ? segment.html : `[${segment.part}]`))
    .join('\n');
}

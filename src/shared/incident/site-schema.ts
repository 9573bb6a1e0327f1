/** The owner's settings in `content/site.yaml`, and what of them is public. */

import { z } from 'zod';
import { isConfigurable, problemCodes } from '../problem/catalogue.ts';
import { nearest } from '../problem/nearest.ts';
import { themeShape } from '../theme/theme-schema.ts';
import { addressName } from './address-name.ts';
import { isTimeZone, parseCalendarDate } from './instant.ts';
import { spokenLanguageOf, spokenLanguages } from './languages.ts';
import { ownWordsSchema } from './own-labels.ts';
import { isWebAddress } from './postmortem-schema.ts';

const text = z.string().trim().min(1);

/** What an owner makes of a check. */
const checkLevels = ['error', 'warning', 'hint', 'off'] as const;
export type CheckLevel = (typeof checkLevels)[number];

const checksSchema = z.record(z.string(), z.enum(checkLevels)).superRefine((checks, context) => {
  for (const code of Object.keys(checks)) {
    const known = problemCodes.find((candidate) => candidate === code);
    if (known !== undefined && isConfigurable(known)) continue;
    const guess = nearest(code, problemCodes.filter(isConfigurable));
    context.addIssue({
      code: 'custom',
      path: [code],
      message: known
        ? 'guards privacy, safety or the form of a postmortem, and cannot be set.'
        : 'is no check of Candor.',
      params: {
        remedy: guess && !known ? `Did you mean \`${guess}\`?` : '`docs/checks.md` lists those that can be set.',
      },
    });
  }
});

const thresholdsSchema = z.strictObject({
  actionDays: z.int().min(1).default(90).describe('Days after publication by which action items are due.'),
  detectionMinutes: z
    .record(z.string(), z.int().min(0))
    .optional()
    .describe('By severity: detected later than this, the monitoring needs work. Usual: 15 for the gravest.'),
  readingEase: z.int().min(0).max(100).default(30).describe('Least Flesch reading ease of a story.'),
});

const severityTexts = z.strictObject({
  name: text.optional().describe('Shown to readers.'),
  meaning: text.optional().describe('What it stands for, in one sentence.'),
});

/** The owner's own words in another language; what is left out is shown as it is. */
const siteTextsSchema = z
  .strictObject({
    name: text.optional().describe('Name of the site.'),
    description: text.optional().describe('One sentence on what a reader finds here.'),
    intro: text.optional().describe('What the home page says about the site.'),
    footer: text.optional().describe('One sentence at the foot of every page.'),
    words: ownWordsSchema.optional().describe('Labels of the interface, worded by you.'),
    severities: z.record(z.string(), severityTexts).optional().describe('Severities by their id.'),
  })
  .nullable();

/** Pages that the header links to. */
export const navigationPages = ['archive', 'services', 'numbers', 'promises', 'tags', 'search', 'subscribe'] as const;
export type NavigationPage = (typeof navigationPages)[number];

const linkSchemes = ['http:', 'https:', 'mailto:', 'tel:'];

/** An address, or a path of a site; read as browsers do, which skip line breaks in the name of a scheme. */
const isLink = (value: string) => linkSchemes.includes(URL.parse(value, 'https://a.example/')?.protocol ?? '');

const navigationPage = z.enum(navigationPages);
const navigationEntry = z.union([
  navigationPage,
  z.strictObject({
    page: navigationPage.describe('One of the pages of the site.'),
    title: text.describe('Its words.'),
  }),
  z.strictObject({
    title: text.describe('The words of the link.'),
    url: text
      .refine(isLink, { error: 'an address that begins with https:// or mailto:, or a path of the site' })
      .describe('Its address.'),
  }),
]);
export type NavigationEntry = z.output<typeof navigationEntry>;

/** Where readers go to be told; nothing but these two schemes. */
const wayToFollow = z
  .string()
  .refine(
    (value) =>
      /^https:/i.test(value) ? isWebAddress(value) && !/\s/.test(value) : /^mailto:[^\s@?<>]+@[^\s@?<>]+$/.test(value),
    { error: 'an address that begins with https:// or mailto:' },
  );

const settingsSchema = z.strictObject({
  name: text.describe('Name of the site.'),
  organisation: text.describe('Who publishes it.'),
  description: text.describe('One sentence on what a reader finds here.'),
  url: z
    .string()
    .refine(isWebAddress, {
      error: 'the full address of the site, https://status.example.org/ or with a folder behind it',
    })
    .describe('Address of the site; a path in it becomes the base of every link.'),
  established: z
    .string()
    .refine((value) => parseCalendarDate(value) !== undefined, { error: 'a day, like 2024-01-01' })
    .describe('A day on which the organisation held the domain; part of every feed id, never to be changed.'),
  idDomain: z
    .string()
    .regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/, 'a domain, like status.example.org')
    .optional()
    .describe('The domain held on that day, where the site has moved since; part of every feed id.'),
  language: z
    .string()
    .refine((tag) => isSpoken(tag), {
      error: `a language that the interface speaks: ${spokenLanguages.join(', ')}, and its regions, like en-GB`,
    })
    .default('en')
    .describe('Language of the site, as a BCP 47 tag.'),
  translations: z
    .record(z.string(), siteTextsSchema)
    .default({})
    .describe('Further languages, as BCP 47 tags, each with the words of these settings in it, or with nothing.'),
  timezone: z
    .string()
    .refine(isTimeZone, { error: 'an IANA time zone, like Europe/London' })
    .default('UTC')
    .describe('Time zone of the organisation.'),
  severities: z
    .array(
      z.strictObject({
        id: addressName.describe('Used in postmortems and addresses.'),
        name: text.describe('Shown to readers.'),
        meaning: text.describe('What it stands for, in one sentence.'),
      }),
    )
    .min(1)
    .describe('Severities, the gravest first.'),
  requiredSections: z.array(text).default([]).describe('Headings that the story of a final postmortem must have.'),
  cards: z.boolean().default(true).describe('Whether each postmortem has a picture for those who share its address.'),
  websubHub: z
    .string()
    .refine(isWebAddress, { error: 'the address of a WebSub hub, like https://hub.example.org/' })
    .optional()
    .describe('A WebSub hub that is told of new entries, so that readers hear of them at once.'),
  subscribe: z
    .strictObject({
      email: wayToFollow
        .optional()
        .describe('Where readers join your mailing list: a form, or an address to write to.'),
      chat: wayToFollow.optional().describe('Where readers join the chat in which you tell of what is new.'),
    })
    .default({})
    .describe('Ways to be told without a feed reader, shown on the home page, below postmortems and under Subscribe.'),
  checks: checksSchema.default({}).describe('Severities of checks by their code: error, warning, hint or off.'),
  thresholds: thresholdsSchema.prefault({}).describe('Figures that checks measure by.'),
  glossary: z.record(z.string(), text).default({}).describe('Abbreviations that every reader of the site knows.'),
  navigation: z
    .array(navigationEntry)
    .default([])
    .describe(
      "Links of the header: before the site's own pages, or all there is, in this order, once one of those is named.",
    ),
  intro: text.optional().describe('What the home page says about the site; a sentence of Candor where left out.'),
  reportTo: z
    .string()
    .refine((value) => isWebAddress(value) || /^mailto:[^\s@?]+@[^\s@?]+$/.test(value), {
      error: 'an address that begins with https:// or mailto:',
    })
    .optional()
    .describe('Where readers report an error in a postmortem; `{address}` and `{title}` stand for those of the page.'),
  footer: text.optional().describe('One sentence at the foot of every page.'),
  words: ownWordsSchema.default({}).describe('Labels of the interface, worded by you.'),
  ...themeShape,
});

export const siteSchema = settingsSchema.superRefine(({ language, translations, severities }, context) => {
  const refuse = (path: string[], message: string, remedy: string) =>
    context.addIssue({ code: 'custom', path, message, params: { remedy } });
  for (const [tag, texts] of Object.entries(translations)) {
    const path = ['translations', tag];
    if (tag === language) refuse(path, 'is the language of the site itself.', 'Remove it; it needs no translation.');
    else if (!isSpoken(tag))
      refuse(
        path,
        'is no language that the interface speaks.',
        `Use ${spokenLanguages.join(', ')}, or a region of one, like pt-BR.`,
      );
    for (const id of Object.keys(texts?.severities ?? {}))
      if (!severities.some((severity) => severity.id === id))
        refuse(
          [...path, 'severities', id],
          'is no severity of this site.',
          `Use ${severities.map((severity) => severity.id).join(', ')}.`,
        );
  }
});

export type SiteSettings = z.output<typeof siteSchema>;

/** Languages besides the site's own, in the order of the settings. */
export function translationsOf({ translations }: Pick<SiteSettings, 'translations'>): string[] {
  return Object.keys(translations);
}

/** Settings as the projection stores them: nothing of how texts are checked; the look has a file of its own. */
export interface PublicSite
  extends Omit<SiteSettings, 'checks' | 'thresholds' | 'glossary' | 'translations' | keyof typeof themeShape> {
  edition: Edition;
  /** Path of the pages in this language, `/`, `/postmortems/` or `/postmortems/de/`: begins and ends with a slash. */
  base: string;
  /** Path of the site's address, where all that has no language is; the same as `base` in the site's own language. */
  root: string;
  /** All languages, that of the originals first. */
  languages: string[];
  /** Which of the owner's words are not in this language, but in that of the originals. */
  untranslated: SiteText[];
  /** Origin of the site's address, without a slash at its end. */
  origin: string;
}

/** Texts of the settings that can be translated. */
export const siteTexts = ['name', 'description', 'intro', 'footer', 'severities'] as const;
export type SiteText = (typeof siteTexts)[number];

export type Edition = 'public' | 'internal';

function isSpoken(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag && spokenLanguageOf(tag) !== undefined;
  } catch {
    return false;
  }
}

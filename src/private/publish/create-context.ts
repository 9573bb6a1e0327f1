/** What decides how every postmortem of a site is published, read from the site. */

import { join } from 'node:path';
import { readPlainText } from '../../disk/safe-file.ts';
import type { SiteSource } from '../../disk/source/read-site.ts';
import { useLocale } from '../../shared/i18n/use-locale.ts';
import type { Service } from '../../shared/incident/service-schema.ts';
import { sitePath } from '../../shared/incident/site-path.ts';
import { type Edition, type PublicSite, siteTexts, translationsOf } from '../../shared/incident/site-schema.ts';
import { createProblem, type Problem } from '../../shared/problem/problem.ts';
import { createFinder } from '../../shared/redaction/find-private-text.ts';
import { PolicyError } from '../../shared/redaction/policy-matchers.ts';
import { policyOn } from '../../shared/redaction/policy-schema.ts';
import { parseYaml } from '../../shared/yaml/yaml-document.ts';
import type { PublicationContext } from './publication-context.ts';

export interface ContextOptions {
  site: string;
  edition: Edition;
  now: string;
  ticketPrefixes: string[];
  whileWriting?: boolean | undefined;
  checksOnly?: boolean | undefined;
}

export function createContext(source: SiteSource, options: ContextOptions): PublicationContext {
  const { site, edition, now, ticketPrefixes, whileWriting = false, checksOnly = false } = options;
  const { settings, services } = source;
  return {
    edition,
    site,
    settings,
    base: sitePath(settings.url),
    services,
    policy: policyOn(source.policy, now.slice(0, 10)),
    ticketPrefixes,
    internalNames: Object.values(services).flatMap((service) => (service.internal ? namesOf(service) : [])),
    words: useLocale(settings.language).words.story,
    ...(whileWriting ? { whileWriting, withLines: true, asIfPublished: true } : {}),
    ...(checksOnly ? { checksOnly } : {}),
  };
}

function namesOf({ name, translations }: Service): string[] {
  return [name, ...Object.values(translations).flatMap((texts) => texts.name ?? [])];
}

/** A policy that cannot be used; nothing is published with one. */
export async function checkPolicy({
  site,
  policy,
  ticketPrefixes,
  internalNames,
}: PublicationContext): Promise<Problem | undefined> {
  try {
    createFinder(policy, { ticketPrefixes, internalNames });
    return undefined;
  } catch (cause) {
    if (!(cause instanceof PolicyError)) throw cause;
    const file = 'content/redaction.yaml';
    const { value } = await readPlainText(join(site, 'content'), 'redaction.yaml', { file });
    const { document } = value === undefined ? {} : parseYaml(value, file, 1, { secret: true });
    const location = document?.locationOf(['patterns', cause.pattern, 'pattern']) ?? { file };
    return createProblem('redaction/policy', location, { reason: cause.message });
  }
}

/** Settings as the projection stores them, in the site's language or in one of its translations. */
export function publicSettings({ settings, edition, base }: PublicationContext, language?: string): PublicSite {
  const { checks: _checks, thresholds: _thresholds, glossary: _glossary, ...withLook } = settings;
  const {
    accent: _accent,
    logo: _logo,
    fonts: _fonts,
    css: _css,
    icon: _icon,
    header: _header,
    translations,
    ...shown
  } = withLook;
  const languages = [settings.language, ...translationsOf(settings)];
  const common = { edition, root: base, languages, origin: new URL(settings.url).origin };
  if (language === undefined) return { ...shown, ...common, base, untranslated: [] };
  const { severities: named = {}, ...texts } = translations[language] ?? {};
  const isWhole = settings.severities.every(({ id }) => named[id]?.name !== undefined);
  return {
    ...shown,
    name: texts.name ?? shown.name,
    description: texts.description ?? shown.description,
    ...(texts.intro === undefined ? {} : { intro: texts.intro }),
    ...(texts.footer === undefined ? {} : { footer: texts.footer }),
    words: texts.words ?? {},
    language,
    severities: settings.severities.map(({ id, name, meaning }) => ({
      id,
      name: named[id]?.name ?? name,
      meaning: named[id]?.meaning ?? meaning,
    })),
    ...common,
    base: `${base}${language}/`,
    untranslated: siteTexts.filter((name) => (name === 'severities' ? !isWhole : texts[name] === undefined)),
  };
}

/** The page on how to read the figures, in each language. */
import type { MDXInstance } from 'astro';
import * as en from '../i18n/en/reading-the-figures.mdx';
import { type SpokenLanguage, spokenLanguageOf } from '../incident/languages.ts';

type Guide = Pick<MDXInstance<{ title: string; description: string }>, 'frontmatter' | 'Content'>;

const guides: Record<SpokenLanguage, unknown> = { en };

/** In English where the site's language is not spoken. */
export function findGuide(language: string): Guide {
  return guides[spokenLanguageOf(language) ?? 'en'] as Guide;
}

/** All translations of a postmortem, in the order of the site's languages. */

import type { EncodedImage } from '../../disk/images/image-outcome.ts';
import type { Problem } from '../../shared/problem/problem.ts';
import type { SiteLink } from '../lint/list-links.ts';
import type { Suppression } from '../lint/suppressions.ts';
import type { InternalValue } from './internal-values.ts';
import { publishTranslation, type TranslationOptions } from './publish-translation.ts';
import type { ShownText } from './shown-texts.ts';
import type { PublishedTranslation } from './types.ts';

export interface TranslationsOutcome {
  problems: Problem[];
  suppressions: Suppression[];
  links: SiteLink[];
  internalValues: InternalValue[];
  shown: ShownText[];
  marks: { text: string; comments: number };
  /** By language: those without errors. */
  published: Record<string, PublishedTranslation>;
  images: EncodedImage[];
}

export async function publishTranslations(options: TranslationOptions): Promise<TranslationsOutcome> {
  const all: TranslationsOutcome = {
    problems: [],
    suppressions: [],
    links: [],
    internalValues: [],
    shown: [],
    marks: { text: '', comments: 0 },
    published: {},
    images: [],
  };
  for (const file of options.source.translations) {
    const outcome = await publishTranslation(file, options);
    all.problems.push(...outcome.problems);
    all.suppressions.push(...outcome.suppressions);
    all.links.push(...outcome.links);
    all.internalValues.push(...outcome.internalValues);
    all.shown.push(...outcome.shown);
    all.images.push(...outcome.images);
    all.marks.text += outcome.marks.text;
    all.marks.comments += outcome.marks.comments;
    if (outcome.published) all.published[file.language] = outcome.published;
  }
  return all;
}

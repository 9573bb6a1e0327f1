/** One place of the theme, `content/theme/<place>.mdx`: the same subset and the same locks as a page, without frontmatter. */
import type { Root } from 'mdast';
import type { EncodedImage } from '../../disk/images/image-outcome.ts';
import { partAnchors, anchorsOfPostmortem as taken } from '../../shared/incident/postmortem-parts.ts';
import { createProblem, hasErrors, type Problem } from '../../shared/problem/problem.ts';
import type { PrivateTextFinder } from '../../shared/redaction/find-private-text.ts';
import { lintText } from '../lint/lint-postmortem.ts';
import { resolveLinks, type SiteLink } from '../lint/list-links.ts';
import type { Suppression } from '../lint/suppressions.ts';
import { elementRow } from '../markdown/elements.ts';
import { isElement, startOf } from '../markdown/nodes.ts';
import type { LocationAt } from '../markdown/point.ts';
import { walk } from '../markdown/walk.ts';
import { checkStyle } from './check-style.ts';
import { type InternalValue, textsAcross } from './internal-values.ts';
import { maskOutcome, passLocks } from './pass-locks.ts';
import type { PublicationContext } from './publication-context.ts';
import { readAuthoredStory } from './read-authored.ts';
import { htmlOf, renderAuthored } from './render-authored.ts';
import type { ShownText } from './shown-texts.ts';
import type { PostmortemSource } from './types.ts';

export interface SlotPublication {
  problems: Problem[];
  /** Absent with an error, and where places are only checked. */
  html?: string;
  images: EncodedImage[];
  /** What must not stand in public text of the site, and what is public of this. */
  internalValues?: InternalValue[];
  shown?: ShownText[];
  /** Silences that no problem of the place alone has needed. */
  suppressions: Suppression[];
  /** Links to pages of the site, with their whole path. */
  links: SiteLink[];
}

/** A relative link leads from each page to another address, and so nowhere. */
const anywhere = '/every/page/';

/** What would have an id or a level of its own, and so meet another on some page. */
const foreign: Readonly<Record<string, string>> = {
  heading: 'a heading',
  footnoteReference: 'a footnote',
  footnoteDefinition: 'a footnote',
};

/** Publishes one place. */
export function publishSlot(
  source: PostmortemSource,
  context: PublicationContext,
  findPrivateText: PrivateTextFinder,
): Promise<SlotPublication> {
  return maskOutcome(publishUnmasked(source, context, findPrivateText), findPrivateText);
}

async function publishUnmasked(
  source: PostmortemSource,
  context: PublicationContext,
  findPrivateText: PrivateTextFinder,
): Promise<SlotPublication> {
  const { authored, refused } = readAuthoredStory(source, { context, findPrivateText });
  if (refused) return { problems: refused, images: [], suppressions: [], links: [] };
  const { tree } = authored.story;
  const passed = await passLocks(authored, { source, context, findPrivateText });
  const found = [...passed.problems, ...(tree ? refuseForeign(tree, authored.locationAt) : [])];
  const anchors = /-postmortem(?:\.|$)/.test(source.slug) ? partAnchors : [];
  const style = { authored, context, findPrivateText, anchors, taken, lint: lintText };
  const { problems, suppressions, links } = checkStyle(found, style);
  const looked = {
    problems,
    suppressions,
    links: resolveLinks(links, anywhere),
    ...textsAcross(authored.story.internal, passed.shown, context),
  };
  const isShowable = !hasErrors(problems) || context.whileWriting;
  if (!isShowable || !tree || !passed.resources || context.checksOnly) return { ...looked, images: [] };
  // Its lines are none of the page that it stands on.
  const rendered = await renderAuthored(tree, passed.resources, { ...context, withLines: false });
  return { ...looked, html: htmlOf(rendered), images: passed.resources.encoded };
}

function refuseForeign(tree: Root, locationAt: LocationAt): Problem[] {
  const problems: Problem[] = [];
  walk(tree, (node) => {
    const isHeading = isElement(node) && /^h[1-6]$/.test(node.name ?? '');
    const what = isHeading ? 'a heading' : (elementRow(node)?.onOnePage ?? foreign[node.type]);
    if (what !== undefined) problems.push(createProblem('theme/not-in-a-place', locationAt(startOf(node)), { what }));
  });
  return problems;
}

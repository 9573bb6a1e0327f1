/** Makes public what a story uses from its folder: images re-encoded, charts drawn from the plotted columns alone. */

import type { Element } from 'hast';
import { maximumPixels } from '../../disk/images/image-limits.ts';
import type { EncodedImage, FailedImage } from '../../disk/images/image-outcome.ts';
import { lookAtImage, publishImage } from '../../disk/images/publish-image.ts';
import { isDrawing, readDrawingFile } from '../../disk/images/read-drawing.ts';
import { imageSecondsAllowed } from '../../disk/images/request-image.ts';
import { decodeText } from '../../disk/safe-file.ts';
import { pathTo } from '../../shared/addresses/path-to.ts';
import { drawChart } from '../../shared/charts/draw-chart.ts';
import { readSeries } from '../../shared/charts/read-series.ts';
import { formatLocale } from '../../shared/i18n/format-locale.ts';
import { createProblem, type Problem, type SourceLocation } from '../../shared/problem/problem.ts';
import type { PrivateTextFinder } from '../../shared/redaction/find-private-text.ts';
import { pictureEnding } from '../../shared/text/picture-ending.ts';
import { chartKey } from '../markdown/chart-key.ts';
import type { ChartUse, ImageUse } from '../markdown/list-resources.ts';
import type { LocationAt } from '../markdown/point.ts';
import type { ImageSources, StoryResources } from '../markdown/render-options.ts';
import { decoded } from '../markdown/visible-texts.ts';
import type { AssembledPostmortem } from './assemble-postmortem.ts';
import type { LocatedText } from './check-secrets.ts';
import type { PublicationContext } from './publication-context.ts';
import type { PostmortemSource } from './types.ts';

export interface ResourceOptions {
  source: Pick<PostmortemSource, 'file' | 'attachment'>;
  context: PublicationContext;
  postmortem?: AssembledPostmortem | undefined;
  findPrivateText: PrivateTextFinder;
  locationAt: LocationAt;
}

export interface PreparedResources extends StoryResources {
  encoded: EncodedImage[];
  /** Words of drawings, for the scanner of secrets. */
  texts: LocatedText[];
  problems: Problem[];
}

/** Prepares each file once, in document order. */
export async function prepareResources(
  uses: { images: ImageUse[]; charts: ChartUse[] },
  options: ResourceOptions,
): Promise<PreparedResources> {
  const images = new Map<string, ImageSources>();
  const charts = new Map<string, Element>();
  const encoded: EncodedImage[] = [];
  const texts: LocatedText[] = [];
  const problems: Problem[] = [];
  for (const { src, point } of uses.images) {
    if (images.has(src)) continue;
    const outcome = await prepareImage(src, options.locationAt(point), options);
    problems.push(...outcome.problems);
    if (outcome.text !== undefined) texts.push({ text: outcome.text, locationAt: () => options.locationAt(point) });
    if (!outcome.sources) continue;
    images.set(src, outcome.sources);
    encoded.push(...outcome.encoded);
  }
  for (const [index, { attributes, point }] of uses.charts.entries()) {
    const outcome = await prepareChart(
      attributes,
      { key: String(index + 1), location: options.locationAt(point) },
      options,
    );
    problems.push(...outcome.problems);
    if (outcome.figure) charts.set(chartKey(attributes), outcome.figure);
  }
  return { images, charts, encoded, texts, problems };
}

async function prepareImage(
  src: string,
  location: SourceLocation,
  { source, context, findPrivateText }: ResourceOptions,
): Promise<{ sources?: ImageSources; text?: string; encoded: EncodedImage[]; problems: Problem[] }> {
  const refuse = (problem: Problem) => ({ encoded: [], problems: [problem] });
  if (/^(?:[a-z][a-z0-9+.-]+:|\/\/)/i.test(src)) return refuse(createProblem('image/remote', location));
  const name = decoded(src).replace(/^\.\//, '');
  if (!pictureEnding.test(name))
    return refuse(
      createProblem('image/unreadable', location, {
        reason: 'an image is a png, jpg, webp, gif, avif or svg file beside the postmortem',
      }),
    );
  const read = await source.attachment(name);
  if (read.problem) return refuse({ ...read.problem, location });
  // By its bytes, not its name: a drawing named `.png` shows its words all the same.
  const drawing = isDrawing(read.value) ? readDrawingFile(read.value) : undefined;
  if (drawing?.reason !== undefined)
    return refuse(createProblem('image/unreadable', location, { reason: drawing.reason }));
  const text = drawing?.words;
  if (text !== undefined && context.edition === 'public') {
    const found = findPrivateText(text);
    if (found.length > 0) {
      return {
        encoded: [],
        problems: found.map(({ kind, start, end }) =>
          createProblem('redaction/private-text', location, { kind: `${kind} (in the drawing)`, length: end - start }),
        ),
      };
    }
  }
  const image = await (context.checksOnly ? lookAtImage : publishImage)(read.value);
  if ('failed' in image) return refuse(problemOf(image, location, source.file.replace(/[^/]*$/, name)));
  const variants = image.variants.map(({ name: file, width }) => ({
    url: context.base + pathTo('image', { file }).slice(1),
    width,
  }));
  const sources = { variants, width: image.width, height: image.height };
  return { sources, ...(text === undefined ? {} : { text }), encoded: image.variants, problems: [] };
}

function problemOf({ failed, reason }: FailedImage, location: SourceLocation, file: string): Problem {
  if (failed === 'too-large') return createProblem('image/too-large', location, { pixels: maximumPixels });
  if (failed === 'too-slow') return createProblem('image/too-slow', location, { file, seconds: imageSecondsAllowed });
  return createProblem('image/unreadable', location, {
    reason: reason ?? 'it is damaged, or not what its ending says',
  });
}

async function prepareChart(
  attributes: Record<string, string>,
  { key, location }: { key: string; location: SourceLocation },
  { source, context, postmortem, findPrivateText }: ResourceOptions,
): Promise<{ figure?: Element; problems: Problem[] }> {
  const name = (attributes['data'] ?? '').replace(/^\.\//, '');
  const file = source.file.replace(/[^/]*$/, name);
  const read = await source.attachment(name);
  if (read.problem) return { problems: [{ ...read.problem, location }] };
  const text = decodeText(read.value, file);
  if (text.problem) return { problems: [text.problem] };
  const columns = (attributes['y'] ?? '').split(',').map((column) => column.trim());
  const series = readSeries(text.value, { x: attributes['x'] ?? '', y: columns, file });
  if (!series.series) return { problems: series.problems };
  const found = context.edition === 'public' ? findPrivateText([attributes['x'], ...columns].join('\n')) : [];
  if (found.length > 0)
    return {
      problems: found.map(({ kind, start, end }) =>
        createProblem('redaction/private-text', location, { kind, length: end - start }),
      ),
    };
  const figure = drawChart(series.series, {
    // By its number: the file's name is not public.
    key,
    title: attributes['title'] ?? '',
    alt: attributes['alt'] ?? '',
    unit: attributes['unit'] ?? '',
    kind: (attributes['kind'] as 'line' | 'area' | 'step' | undefined) ?? 'line',
    language: formatLocale(context.settings.language),
    timezone: context.settings.timezone,
    words: context.words.chart,
    ...(postmortem ? { phases: postmortem.times } : {}),
  });
  return { figure, problems: series.problems };
}

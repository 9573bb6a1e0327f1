/** Decodes and encodes pictures; runs only in the process for pictures, which can be ended whatever the library does. */

import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { maximumPixels } from './image-limits.ts';
import type { EncodedImage, ImageOutcome, ImageTask, PublishedImage } from './image-outcome.ts';

/** What decodes in bounded time; `heif` stands for avif. */
const stillFormats = new Set(['png', 'jpeg', 'webp', 'gif', 'heif', 'svg']);
/** Widths offered to browsers, in pixels; the last bounds every image. */
const widths = [480, 960, 1600];

const options = { limitInputPixels: maximumPixels, failOn: 'error', pages: 1, unlimited: false } as const;

/** `isDrawing`: it was read as one, and may be drawn. Never throws on bad input. */
export async function encodeImage(task: ImageTask, source: Uint8Array, isDrawing: boolean): Promise<ImageOutcome> {
  try {
    const { width: declaredWidth, height: declaredHeight, format } = await sharp(source, options).metadata();
    if ((declaredWidth ?? 0) * (declaredHeight ?? 0) > maximumPixels) return { failed: 'too-large' };
    if (!stillFormats.has(format ?? '') || (format === 'svg') !== isDrawing) return { failed: 'unreadable' };
    const pixels = await decode(source, format);
    const { width, height } = pixels.info;
    return { width, height, variants: await variantsOf(task, pixels) };
  } catch (cause) {
    const tooLarge = cause instanceof Error && /pixel limit/i.test(cause.message);
    return { failed: tooLarge ? 'too-large' : 'unreadable' };
  }
}

type Pixels = Awaited<ReturnType<typeof decode>>;

async function variantsOf(task: ImageTask, { data, info }: Pixels): Promise<PublishedImage['variants']> {
  const raw = { width: info.width, height: info.height, channels: info.channels };
  if (task === 'look') return [];
  if (task === 'pixels') return [{ name: '', width: info.width, bytes: await sharp(data, { raw }).png().toBuffer() }];
  const wanted = [...widths.filter((width) => width < info.width), info.width];
  const variants: EncodedImage[] = [];
  for (const width of wanted) {
    const picture = sharp(data, { raw });
    const sized = width === info.width ? picture : picture.resize({ width });
    // Of half the time that effort 4 takes; the files are 2 to 5 % larger, measured on a graph, a dashboard and a photo.
    const bytes = await sized.webp({ quality: 84, effort: 2 }).toBuffer();
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 20);
    variants.push({ name: `${hash}-${width}.webp`, width, bytes });
  }
  return variants;
}

/** To bare pixels of the widest size: nothing but what can be seen reaches an encoder. */
function decode(source: Uint8Array, format: string | undefined) {
  const density = format === 'svg' ? { density: 144 } : {};
  return sharp(source, { ...options, ...density })
    .rotate()
    .toColourspace('srgb')
    .resize({ width: widths.at(-1) ?? 1600, withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true });
}

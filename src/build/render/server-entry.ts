/** The entry of the compiled engine: renders an address, and answers for the copy of `site-data` that is bundled with it. */
import { createApp } from 'astro/app/entrypoint';
// Whatever a page may have asked is known before its earlier answers are checked.
import '../../site/data/site-data.ts';
import '../../site/data/page-data.ts';
import '../../site/data/figures.ts';
import '../../site/data/numbers.ts';
import { typesetPage } from '../../shared/typography/typeset-page.ts';
import { projected } from '../../site/data/projection.ts';

export { forgetAnswers, isStillTrue, noteDigests, trackReadings } from '../../site/data/answers.ts';
export { listAddresses } from '../../site/data/site-map.ts';

interface RenderedPage {
  status: number;
  /** Its content type, where it says one. */
  type: string | null;
  body: Uint8Array;
}

const app = createApp({ streaming: false });

/**
 * Renders the page at `path`, given without the base: `/archive/`. The body is complete, so that whatever the page
 * asked for has been asked when the promise is kept. The 404 page has status 404. Throws when a page fails.
 */
export async function renderPage(path: string): Promise<RenderedPage> {
  // The engine is compiled without a base; styles and scripts of its own are linked below the site's.
  app.manifest.assetsPrefix = projected.site().root;
  const response = await app.render(new Request(new URL(path, 'http://engine.invalid')), { locals: { path } });
  if (response.status >= 500) throw new Error(`The page ${path} could not be rendered.`);
  const type = response.headers.get('content-type');
  const body = new Uint8Array(await response.arrayBuffer());
  return { status: response.status, type, body: type?.startsWith('text/html') ? typeset(body) : body };
}

function typeset(page: Uint8Array): Uint8Array {
  return new TextEncoder().encode(typesetPage(new TextDecoder().decode(page)));
}

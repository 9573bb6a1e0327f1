/** Takes the pictures of the README from the built demonstration, light and dark: `npm run build && node scripts/take-pictures.ts`. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { launchBrowser, serveFolder } from '../test/support/browser.ts';

const root = join(import.meta.dirname, '..');
const pictures = join(root, 'docs', 'pictures');
const shown = 'postmortems/2024-07-18-checkout-retries/';

mkdirSync(pictures, { recursive: true });
const { server, url } = await serveFolder(join(root, 'dist'));
const browser = await launchBrowser();
try {
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await browser.newPage({
      viewport: { width: 1280, height: 800 },
      colorScheme,
      reducedMotion: 'reduce',
    });
    await page.goto(url + shown);
    const bytes = await page.screenshot();
    await sharp(bytes)
      .png({ palette: true, colours: 64, compressionLevel: 9 })
      .toFile(join(pictures, `postmortem-${colorScheme}.png`));
  }
} finally {
  await browser.close();
  server.close();
}

/** All rules of axe-core on one page, those that are experimental and of level AAA too. */
import axe from 'axe-core';
import type { Browser } from 'playwright-core';

interface Finding {
  id: string;
  nodes: { target: string[] }[];
}

const rules = axe.getRules().map(({ ruleId }) => ruleId);

/** A line for each rule that the page breaks in a scheme at a width, with the first three places. */
export async function findBarriers(browser: Browser, url: string): Promise<string[]> {
  const lines: string[] = [];
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.evaluate(axe.source);
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const found = (await page.evaluate(
        `axe.run(document, { runOnly: ${JSON.stringify({ type: 'rule', values: rules })} }).then(({ violations }) => violations)`,
      )) as Finding[];
      for (const { id, nodes } of found) {
        const places = nodes.slice(0, 3).map(({ target }) => target.join(' '));
        lines.push(`${colorScheme}, ${width} pixels wide: ${id}: ${places.join(', ')}`);
      }
    }
  }
  await context.close();
  return lines;
}

/** All rules of axe-core on one page, those that are experimental and of level AAA too. */
import axe from 'axe-core';
import type { Browser } from 'playwright-core';

interface Finding {
  id: string;
  nodes: { target: string[] }[];
}

const rules = axe.getRules().map(({ ruleId }) => ruleId);

/** A line for each rule that the page breaks, with the first three places. */
export async function findBarriers(
  browser: Browser,
  url: string,
  { colorScheme, width }: { colorScheme: 'light' | 'dark'; width: number },
): Promise<string[]> {
  const context = await browser.newContext({ bypassCSP: true, colorScheme, viewport: { width, height: 900 } });
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.evaluate(axe.source);
  const runOnly = JSON.stringify({ type: 'rule', values: rules });
  const violations = (await page.evaluate(
    `axe.run(document, { runOnly: ${runOnly} }).then((found) => found.violations)`,
  )) as Finding[];
  await context.close();
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map(({ target }) => target.join(' '))
        .join(', ')}`,
  );
}

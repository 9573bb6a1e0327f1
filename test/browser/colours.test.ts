/** Colour tells severities apart, and nothing else: every other mark is told by its shape, its word and its weight. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenDemo, openDemo } from '../support/open-demo.ts';

let demo: OpenDemo;
beforeAll(async () => {
  demo = await openDemo();
});
afterAll(() => demo.close());

const pages = ['', 'postmortems/2024-07-18-checkout-retries/', 'postmortems/2026-11-19-slow-exports/', 'promises/'];
const marks = `(() => {
  const probe = document.body.appendChild(document.createElement('p'));
  const inks = ['--ink', '--ink-soft', '--paper'].map((name) => {
    probe.style.color = 'var(' + name + ')';
    return getComputedStyle(probe).color;
  });
  const isSeverity = (mark) => /severity-/.test(mark.className);
  const all = [...document.querySelectorAll('.mark')];
  const name = (mark) => mark.className.replace('mark ', '');
  return {
    coloured: all.filter((mark) => !isSeverity(mark) && !inks.includes(getComputedStyle(mark).color)).map(name),
    severities: all.filter((mark) => isSeverity(mark) && inks.includes(getComputedStyle(mark).color)).map(name),
    filled: all.filter((mark) => getComputedStyle(mark).backgroundColor !== 'rgba(0, 0, 0, 0)').map(name),
    marks: all.length,
  };
})()`;

test.each(['light', 'dark'] as const)(
  'in %s, severities alone have a colour, and what is ongoing alone is filled',
  async (colorScheme) => {
    const context = await demo.browser.newContext({ colorScheme });
    const page = await context.newPage();
    const filled: string[] = [];
    for (const path of pages) {
      await page.goto(demo.url + path);
      const found = (await page.evaluate(marks)) as Record<'coloured' | 'severities' | 'filled', string[]> & {
        marks: number;
      };
      expect(found.marks, path).toBeGreaterThan(2);
      expect([...new Set(found.coloured)], path).toEqual([]);
      expect(found.severities, path).toEqual([]);
      filled.push(...found.filled);
    }
    expect(new Set(filled)).toEqual(new Set(['state-ongoing']));
    await context.close();
  },
);

/** Saturation of a colour as the browser tells it, 0 to 1; greys of either scheme have little. */
const saturation = (colour: string) => {
  const channels = [...colour.matchAll(/[\d.]+/g)].slice(0, 3).map(([value]) => Number(value) / 255);
  return Math.max(...channels) - Math.min(...channels);
};

test.each(['light', 'dark'] as const)(
  'in %s, warnings and phases of charts have the ink of the page',
  async (colorScheme) => {
    const context = await demo.browser.newContext({ colorScheme });
    const page = await context.newPage();
    await page.goto(`${demo.url}postmortems/2024-07-18-checkout-retries/`);
    const colours =
      (await page.evaluate(`['.phase-undetected', '.phase-detected', '.phase-mitigated', '.chart-phase-undetected',
    '.chart-phase-detected', '.chart-line-2', 'aside.warning'].map((selector) => {
      const style = getComputedStyle(document.querySelector(selector));
      return [selector, /line/.test(selector) ? style.stroke : /aside/.test(selector) ? style.borderLeftColor : style.fill];
    })`)) as [string, string][];
    for (const [selector, colour] of colours) {
      expect(colour, selector).toMatch(/^rgb/);
      expect(saturation(colour), selector).toBeLessThan(0.1);
    }
    await context.close();
  },
);

/** What is wrong with the layout of a page whatever stands on it: sideways scroll, words upon words, columns of single letters. */
import type { Page } from 'playwright-core';

/** Runs in the page: a sentence for each fault. */
const faults = `(() => {
  const found = [];
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width) found.push('the page scrolls sideways');
  const nameOf = (element) => element.tagName.toLowerCase() + (element.className.baseVal ?? element.className).replace(/^| +/g, '.');
  const isVisible = (element) => element.checkVisibility({ opacityProperty: true }) && !element.closest('[class~=sr-only], .skip-link');
  const scrolls = (element) => /auto|scroll|hidden|clip/.test(getComputedStyle(element).overflowX);
  const parents = function* (element) { for (let up = element.parentElement; up && up !== document.body; up = up.parentElement) yield up; };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const drawn = new Map();
  while (texts.nextNode()) {
    const node = texts.currentNode;
    const parent = node.parentElement;
    if (!node.data.trim() || !parent || /^(STYLE|SCRIPT|TITLE|DESC|OPTION|NOSCRIPT)$/i.test(parent.tagName) || !isVisible(parent)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (box.width === 0) continue;
    const svg = parent.closest('svg');
    if (svg) drawn.set(svg, [...(drawn.get(svg) ?? []), { box, text: node.data.trim() }]);
    if (box.width <= 2) continue;
    const hidden = [...parents(node)].some(scrolls);
    if (!hidden && (box.right > width + 1 || box.left < -1)) found.push(nameOf(parent) + ' reaches beyond the edge: ' + node.data.trim().slice(0, 30));
    const size = parseFloat(getComputedStyle(parent).fontSize);
    if (!svg && node.data.trim().length > 12 && box.width < 2.5 * size) found.push(nameOf(parent) + ' is a column of letters: ' + node.data.trim().slice(0, 30));
  }
  for (const words of drawn.values())
    for (const [index, one] of words.entries())
      for (const other of words.slice(index + 1)) {
        const [a, b] = [one.box, other.box];
        if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2)
          found.push('in a drawing, ' + one.text + ' stands upon ' + other.text);
      }
  return [...new Set(found)];
})()`;

export function findLayoutFaults(page: Page): Promise<string[]> {
  return page.evaluate(faults) as Promise<string[]>;
}

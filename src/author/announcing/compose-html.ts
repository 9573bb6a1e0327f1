/** A message as HTML for mail programs: no style, picture or script, and every text escaped. */
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { useLocale } from '../../shared/i18n/use-locale.ts';
import type { Message } from './message.ts';

export function composeHtml({ title, summary, facts, url, site }: Message, leave: string | undefined): string {
  const { words, direction } = useLocale(site.language);
  const tree = h('html', { lang: site.language, dir: direction }, [
    h('head', h('meta', { charSet: 'utf-8' }), h('title', title)),
    h('body', [
      h('h1', title),
      ...(summary === '' ? [] : [h('p', summary)]),
      ...(facts.length > 0
        ? [h('ul', ...facts.map(({ name, value }) => h('li', h('strong', words.label(name)), ` ${value}`)))]
        : []),
      h('p', h('a', { href: url }, words.feeds.readOnSite)),
      h('p', h('a', { href: site.home }, site.organisation)),
      ...(leave === undefined ? [] : [h('p', h('a', { href: leave }, words.feeds.leaveList))]),
    ]),
  ]);
  return `<!doctype html>\n${toHtml(tree)}\n`;
}

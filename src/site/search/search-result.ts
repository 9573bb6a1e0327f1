/** One result of a search, made from the templates of the search page. */
import { readLasted } from './lasted.ts';

interface Result {
  url: string;
  excerpt: string;
  /** The whole text that the excerpt is from. */
  content: string;
  meta: Record<string, string>;
}

const locale = document.querySelector<HTMLElement>('[data-locale]')?.dataset['locale'];
const words: Record<'lasted' | 'about' | 'underAMinute', string> = JSON.parse(
  document.querySelector<HTMLElement>('[data-durations]')?.dataset['durations'] ?? '{}',
);
const date = new Intl.DateTimeFormat(locale, {
  dateStyle: 'long',
  timeZone: 'UTC',
});

/** `root` holds `template[data-result]` and a template for each severity and state. */
export function appendResult(list: Element, root: ParentNode, { url, excerpt, content, meta }: Result): void {
  const row = clone(root, 'template[data-result]');
  const link = row.querySelector('a');
  if (link) {
    link.href = url;
    link.textContent = meta['title'] ?? url;
  }
  row.firstElementChild?.setAttribute('data-ids', [meta['id'], meta['earlier']].filter(Boolean).join(' '));
  const time = row.querySelector('time');
  if (time && meta['date']) {
    time.dateTime = meta['date'];
    time.textContent = date.format(new Date(meta['date']));
  }
  row.firstElementChild?.classList.toggle('open', (meta['state'] ?? '').split(' ').includes('ongoing'));
  row.querySelector('[data-slot=marks]')?.append(...marksOf(root, meta));
  row.querySelector('[data-slot=excerpt]')?.append(...marked(excerpt, content));
  list.append(row);
}

/** What a row of any list says of it, in the same order. */
function marksOf(root: ParentNode, meta: Record<string, string>): HTMLLIElement[] {
  const [ongoing, ...states] = ['ongoing', 'draft', 'review', 'preliminary'].map((state) =>
    (meta['state'] ?? '').split(' ').includes(state) ? clone(root, `template[data-state="${state}"]`) : undefined,
  );
  const severity = clone(root, `template[data-severity="${CSS.escape(meta['severity'] ?? '')}"]`);
  const lasted = readLasted(meta['lasted'] ?? '', { locale, ...words });
  return [ongoing, severity, ...states, meta['services'], lasted && words.lasted.replace('#', () => lasted)].flatMap(
    (content) => {
      if (!content) return [];
      const item = document.createElement('li');
      item.dir = typeof content === 'string' ? 'auto' : '';
      item.append(content);
      return [item];
    },
  );
}

function clone(root: ParentNode, selector: string): DocumentFragment {
  const template = root.querySelector(selector);
  if (!(template instanceof HTMLTemplateElement)) return document.createDocumentFragment();
  return document.importNode(template.content, true);
}

/** The excerpt's text, with nothing but its marks taken over from its HTML, and dots where the text goes on. */
function marked(excerpt: string, content: string): (Node | string)[] {
  const parsed = new DOMParser().parseFromString(excerpt, 'text/html').body;
  const text = parsed.textContent.trim();
  const nodes = [...parsed.childNodes].map((node) => {
    if (node.nodeName !== 'MARK') return document.createTextNode(node.textContent ?? '');
    const mark = document.createElement('mark');
    mark.textContent = node.textContent;
    return mark;
  });
  return [content.startsWith(text) ? '' : '… ', ...nodes, content.endsWith(text) ? '' : ' …'];
}

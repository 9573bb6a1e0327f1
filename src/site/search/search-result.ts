/** One result of a search, made from the templates of the search page. */

interface Result {
  url: string;
  excerpt: string;
  /** The whole text that the excerpt is from. */
  content: string;
  meta: Record<string, string>;
}

const locale = document.querySelector<HTMLElement>('[data-locale]')?.dataset['locale'];
const date = new Intl.DateTimeFormat(locale, {
  dateStyle: 'long',
  timeZone: 'UTC',
});

/** `root` holds `template[data-result]` and a `template[data-severity]` for each severity. */
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
  row
    .querySelector('[data-slot=severity]')
    ?.append(clone(root, `template[data-severity="${CSS.escape(meta['severity'] ?? '')}"]`));
  row.querySelector('[data-slot=excerpt]')?.append(...marked(excerpt, content));
  list.append(row);
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

/** The search page: its form drives Pagefind, and the address bar keeps what was looked for. */
import { filterNames } from './facets.ts';
import { loadPagefind, type Pagefind, type PagefindResult } from './pagefind.ts';
import { searchField } from './search-key.ts';
import { appendResult } from './search-result.ts';
import { readState, type SearchState, type SortName, writeState } from './search-state.ts';

const pageSize = 10;
const pauseMilliseconds = 200;

const root = find('[data-search]', HTMLElement);
const form = find('form', HTMLFormElement);
const field = find('input[type=search]', HTMLInputElement);
const sort = find('select[name=sort]', HTMLSelectElement);
const filters = filterNames.map((name) => find(`select[name=${name}]`, HTMLSelectElement));
const status = find('[role=status]', HTMLElement);
const list = find('ol', HTMLOListElement);
const more = find('[data-more]', HTMLButtonElement);
const words = JSON.parse(root.dataset['words'] ?? '{}');
const plural = new Intl.PluralRules(document.documentElement.lang);
const number = new Intl.NumberFormat(root.dataset['locale']);

let pagefind: Promise<Pagefind> | undefined;
let latest = 0;
let waiting: ReturnType<typeof setTimeout> | undefined;
let unseen: PagefindResult[] = [];

form.addEventListener('submit', (event) => {
  event.preventDefault();
  searchFor(stateOfForm(), 'push');
});
form.addEventListener('change', (event) => {
  if (event.target !== field) searchFor(stateOfForm(), 'push');
});
form.addEventListener('reset', () => setTimeout(() => searchFor(stateOfForm(), 'push')));
field.addEventListener('input', () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => searchFor(stateOfForm(), 'replace'), pauseMilliseconds);
});
form.addEventListener('focusin', () => load(), { once: true });
more.addEventListener('click', async () => {
  const next = list.childElementCount;
  await showMore(latest);
  list.children[next]?.querySelector('a')?.focus();
});
field.addEventListener('keydown', (event) => {
  const first = list.querySelector('a');
  if (event.key !== 'ArrowDown' || !first) return;
  event.preventDefault();
  first.focus();
});
window.addEventListener('popstate', () => showAddress());
showAddress();
if (location.hash === `#${searchField}`) field.focus();

function showAddress(): void {
  const state = readState(new URLSearchParams(location.search));
  field.value = state.words;
  sort.value = state.sort;
  for (const select of filters) select.value = state.filters[select.name as keyof SearchState['filters']] ?? '';
  if (writeState(state)) void search(state);
  else clear();
}

function stateOfForm(): SearchState {
  const chosen = filters.filter(({ value }) => value).map(({ name, value }) => [name, value]);
  return { words: field.value.trim(), filters: Object.fromEntries(chosen), sort: sort.value as SortName };
}

function searchFor(state: SearchState, history: 'push' | 'replace'): void {
  clearTimeout(waiting);
  const query = writeState(state);
  if (query !== location.search) window.history[`${history}State`](null, '', query || location.pathname);
  if (query) void search(state);
  else clear();
}

async function search({ words: text, filters: chosen, sort: order }: SearchState): Promise<void> {
  latest += 1;
  const mine = latest;
  status.textContent = words.searching;
  try {
    const found = await (await load()).search(text || null, {
      filters: chosen,
      sort: { ...(order !== 'relevance' ? { [order]: 'desc' } : !text && { newest: 'desc' }) },
    });
    if (mine !== latest) return;
    list.replaceChildren();
    unseen = found.results;
    await showMore(mine);
    if (mine !== latest) return;
    showCounts(found.filters, chosen);
    status.textContent = inWords(found.results.length);
  } catch {
    if (mine === latest) status.textContent = words.failed;
  }
}

/** Loads the index with the first use, and again after a failure. */
function load(): Promise<Pagefind> {
  pagefind ??= loadPagefind(root.dataset['base'] ?? '/').catch((cause: unknown) => {
    pagefind = undefined;
    throw cause;
  });
  return pagefind;
}

async function showMore(mine: number): Promise<void> {
  const results = await Promise.all(unseen.slice(0, pageSize).map((result) => result.data()));
  if (mine !== latest) return;
  unseen = unseen.slice(pageSize);
  for (const result of results) appendResult(list, root, result);
  more.hidden = unseen.length === 0;
}

/** Says beside each choice how many it would leave; not where one is chosen already, since the others are counted out. */
function showCounts(counts: Record<string, Record<string, number>>, chosen: SearchState['filters']): void {
  for (const select of filters) {
    const isChosen = select.name in chosen;
    for (const option of select.options) {
      if (!option.value) continue;
      const count = counts[select.name]?.[option.value] ?? 0;
      option.textContent = isChosen ? option.value : `${option.value} (${number.format(count)})`;
    }
  }
}

function inWords(count: number): string {
  if (count === 0) return words.none;
  return (words.found[plural.select(count)] ?? words.found.other).replace('#', number.format(count));
}

function clear(): void {
  latest += 1;
  unseen = [];
  list.replaceChildren();
  status.textContent = '';
  more.hidden = true;
}

function find<T extends Element>(selector: string, type: new () => T): T {
  const scope = selector.startsWith('[data-search]') ? document : document.querySelector('[data-search]');
  const element = scope?.querySelector(selector);
  if (!(element instanceof type)) throw new Error(`The search page has no ${selector}.`);
  return element;
}

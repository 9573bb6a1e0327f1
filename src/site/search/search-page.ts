/** The search page: its form drives Pagefind, and the address bar keeps what was looked for. */
import { filterNames } from './facets.ts';
import type { IndexShard } from './index-shards.ts';
import { type OpenIndex, openIndex, type PagefindResult } from './pagefind.ts';
import { type SearchStep, searchIndexShards } from './search-index-shards.ts';
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
const older = find('[data-older]', HTMLButtonElement);
const shards: IndexShard[] = JSON.parse(root.dataset['shelves'] ?? '[]');
const words = JSON.parse(root.dataset['words'] ?? '{}');
const plural = new Intl.PluralRules(document.documentElement.lang);
const number = new Intl.NumberFormat(root.dataset['locale']);

let index: Promise<OpenIndex> | undefined;
let latest = 0;
let waiting: ReturnType<typeof setTimeout> | undefined;
let steps: AsyncGenerator<SearchStep, undefined> | undefined;
/** Of the search shown: what was found, what of it is not yet in the list, and whether there is more to search. */
let count = 0;
let unseen: PagefindResult[] = [];
let goesOn = false;

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
more.addEventListener('click', () => showFrom(list.childElementCount, () => showMore(latest)));
older.addEventListener('click', () => showFrom(list.childElementCount, () => goOn(latest)));
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

async function search(state: SearchState): Promise<void> {
  latest += 1;
  const mine = latest;
  status.textContent = words.searching;
  try {
    const started = searchIndexShards(await load(), state, shards);
    if (mine !== latest) return;
    steps = started;
    [count, unseen] = [0, []];
    await goOn(mine, (first) => {
      list.replaceChildren();
      if (shards.length === 1) showCounts(first.filters, state.filters);
    });
  } catch {
    fail(mine);
  }
}

/** Searches on until a page of results is found or nothing is left to search, and shows it. */
async function goOn(mine: number, begin: (first: SearchStep) => void = () => {}): Promise<void> {
  status.textContent = words.searching;
  try {
    let isFirst = true;
    do {
      const { value: step } = (await steps?.next()) ?? {};
      if (mine !== latest || !step) return;
      if (isFirst) begin(step);
      isFirst = false;
      count += step.results.length;
      unseen.push(...step.results);
      goesOn = !step.isLast;
    } while (goesOn && unseen.length < pageSize);
    await showMore(mine);
    if (mine === latest) status.textContent = inWords(count);
  } catch {
    fail(mine);
  }
}

/** What failed may be half loaded: the next search begins anew. */
function fail(mine: number): void {
  index = undefined;
  if (mine !== latest) return;
  status.textContent = words.failed;
  older.hidden = true;
}

/** Loads the index with the first use, and again after a failure. */
function load(): Promise<OpenIndex> {
  index ??= openIndex(root.dataset['base'] ?? '/', { isWhole: shards.length === 1 }).catch((cause: unknown) => {
    index = undefined;
    throw cause;
  });
  return index;
}

async function showMore(mine: number): Promise<void> {
  const results = await Promise.all(unseen.slice(0, pageSize).map((result) => result.data()));
  if (mine !== latest) return;
  unseen = unseen.slice(pageSize);
  for (const result of results) appendResult(list, root, result);
  more.hidden = unseen.length === 0;
  older.hidden = !goesOn || unseen.length > 0;
}

/** Leads the keyboard to the first result that `show` adds; to what is said, where it adds none. */
async function showFrom(next: number, show: () => Promise<void>): Promise<void> {
  await show();
  (list.children[next]?.querySelector('a') ?? status).focus();
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

function inWords(found: number): string {
  const counted = (words.found[plural.select(found)] ?? words.found.other).replace('#', number.format(found));
  if (goesOn) return `${counted} ${words.notOlder}`;
  return found === 0 ? words.none : counted;
}

function clear(): void {
  latest += 1;
  unseen = [];
  list.replaceChildren();
  status.textContent = '';
  more.hidden = true;
  older.hidden = true;
}

function find<T extends Element>(selector: string, type: new () => T): T {
  const scope = selector.startsWith('[data-search]') ? document : document.querySelector('[data-search]');
  const element = scope?.querySelector(selector);
  if (!(element instanceof type)) throw new Error(`The search page has no ${selector}.`);
  return element;
}

/** The search page: its form drives Pagefind, and the address bar keeps what was looked for. */
import { filterNames } from './facets.ts';
import type { IndexShard } from './index-shards.ts';
import { type OpenIndex, openIndex, type PagefindResult } from './pagefind.ts';
import { readSeverity } from './read-severity.ts';
import { type SearchStep, searchIndexShards } from './search-index-shards.ts';
import { searchField } from './search-key.ts';
import { appendResult } from './search-result.ts';
import { readState, type SearchState, type SortName, writeState } from './search-state.ts';
import { suggestWords } from './suggest-words.ts';

const pageSize = 10;
const pauseMilliseconds = 200;

const root = find('[data-search]', HTMLElement);
const form = find('form', HTMLFormElement);
const field = find('input[type=search]', HTMLInputElement);
const sort = find('select[name=sort]', HTMLSelectElement);
const filters = filterNames.map((name) => find(`select[name=${name}]`, HTMLSelectElement));
const furtherChoices = find('details', HTMLDetailsElement);
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
let timer: ReturnType<typeof setTimeout> | undefined;
let steps: AsyncGenerator<SearchStep, undefined> | undefined;
/** Of the search shown: what was found, what of it is not yet in the list, and whether there is more to search. */
let count = 0;
let unseen: PagefindResult[] = [];
let goesOn = false;
/** What the reader looked for, and what is shown instead where nothing has it. */
let shown: SearchState | undefined;
let meant: string | undefined;
let missed: Pick<SearchStep, 'unknown' | 'resembling'> = { unknown: [], resembling: [] };

form.addEventListener('submit', (event) => {
  event.preventDefault();
  searchFor(stateOfForm(), 'push', { leadsOn: true });
});
form.addEventListener('change', (event) => {
  if (event.target !== field) searchFor(stateOfForm(), 'push');
});
form.addEventListener('reset', () => setTimeout(() => searchFor(stateOfForm(), 'push')));
field.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(() => searchFor(stateOfForm(), 'replace'), pauseMilliseconds);
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
// Who comes back from the page that an id led to wants to look for something else.
const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
showAddress({ leadsOn: visit?.type === 'navigate' });
if (location.hash === `#${searchField}`) field.focus();

function showAddress({ leadsOn = false } = {}): void {
  const state = readState(new URLSearchParams(location.search));
  field.value = state.words;
  sort.value = state.sort;
  for (const select of filters) select.value = state.filters[select.name as keyof SearchState['filters']] ?? '';
  // What narrows the results down is in sight.
  if ([...furtherChoices.querySelectorAll('select')].some(({ selectedIndex }) => selectedIndex > 0))
    furtherChoices.open = true;
  if (writeState(state)) void search(state, { leadsOn });
  else clear();
}

function stateOfForm(): SearchState {
  const chosen = filters.filter(({ value }) => value).map(({ name, value }) => [name, value]);
  return { words: field.value.trim(), filters: Object.fromEntries(chosen), sort: sort.value as SortName };
}

function searchFor(state: SearchState, history: 'push' | 'replace', { leadsOn = false } = {}): void {
  clearTimeout(timer);
  const query = writeState(state);
  if (query !== location.search) window.history[`${history}State`](null, '', query || location.pathname);
  if (query) void search(state, { leadsOn });
  else clear();
}

/** `leadsOn`: an id that is looked for leads to its postmortem. */
async function search(state: SearchState, { leadsOn = false } = {}): Promise<void> {
  latest += 1;
  const mine = latest;
  status.textContent = words.searching;
  [shown, meant] = [state, undefined];
  try {
    await begin(state, mine);
    if (mine !== latest) return;
    if (leadsOn) await leadOn(state.words, mine);
    if (count > 0 || goesOn || missed.unknown.length === 0) return;
    meant = suggestWords(state.words, missed.unknown, [...termsOfSite(), ...missed.resembling]);
    if (meant !== undefined) await begin({ ...state, words: meant }, mine);
  } catch {
    fail(mine);
  }
}

async function begin(state: SearchState, mine: number): Promise<void> {
  const severities = [...(filters.find(({ name }) => name === 'severity')?.options ?? [])].map(({ value }) => value);
  const named = readSeverity(state.words, severities);
  const narrowed = {
    ...state,
    words: named.words,
    filters: { ...(named.severity !== undefined && { severity: named.severity }), ...state.filters },
  };
  const started = searchIndexShards(await load(), narrowed, shards);
  if (mine !== latest) return;
  steps = started;
  [count, unseen] = [0, []];
  await goOn(mine, (first) => {
    list.replaceChildren();
    if (shards.length === 1) showCounts(first.filters, narrowed.filters);
  });
}

/** What the choices name, as it is written there: services first, then tags. */
function termsOfSite(): string[] {
  const names = filters
    .filter(({ name }) => name === 'service' || name === 'tag')
    .flatMap(({ options }) => [...options].map(({ value }) => value));
  return [...new Set(names.flatMap((name) => [name, ...name.split(/\s+/)]))].map((name) => name.toLowerCase());
}

async function leadOn(id: string, mine: number): Promise<void> {
  const sought = id.toLowerCase();
  const link = [...list.children].find(
    (row) => row instanceof HTMLElement && row.dataset['ids']?.toLowerCase().split(' ').includes(sought),
  );
  const address = link?.querySelector('a')?.href;
  if (address !== undefined && mine === latest) location.assign(address);
}

/** Searches on until a page of results is found or nothing is left to search, and shows it. */
async function goOn(mine: number, show: (first: SearchStep) => void = () => {}): Promise<void> {
  status.textContent = words.searching;
  try {
    let isFirst = true;
    do {
      const { value: step } = (await steps?.next()) ?? {};
      if (mine !== latest || !step) return;
      if (isFirst) show(step);
      isFirst = false;
      count += step.results.length;
      unseen.push(...step.results);
      goesOn = !step.isLast;
      missed = step;
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
  if (found === 0) return words.none.replace('#', () => shown?.words ?? '');
  return meant === undefined ? counted : `${words.closest.replace('#', () => meant ?? '')} ${counted}`;
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

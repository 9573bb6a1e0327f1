/** Services of the site that a source names. */
import { minutesBetween, parseInstant } from '../../shared/incident/instant.ts';
import { cleanText } from './clean-text.ts';
import type { ImportedWindow } from './imported-incident.ts';
import type { ImportOptions } from './importer.ts';
import type { Todo } from './write-frontmatter.ts';

interface Named {
  name: string;
  windows?: ImportedWindow[];
}

export interface MatchedService {
  service: string;
  windows: Record<string, string>[];
}

/** Ids by the owner's names and ids, spelled alike; what is none of them becomes a to-do with its times. Windows are `about`. */
export function matchServices(
  named: readonly Named[],
  { services = [] }: ImportOptions,
  { started, resolved }: { started?: string | undefined; resolved?: string | undefined },
  todos: Todo[],
): MatchedService[] {
  const isOf = (written: string, { id, name }: { id: string; name: string }) =>
    [alike(id), alike(name)].includes(alike(written));
  const unmatched = named.filter(({ name }) => !services.some((service) => isOf(name, service)));
  if (unmatched.length > 0)
    todos.push({ key: 'impact', text: `Which services are these of the source: ${unmatched.map(sayOf).join(', ')}?` });
  const found = services.flatMap((service) => {
    const own = named.filter(({ name }) => isOf(name, service));
    return own.length === 0 ? [] : [{ service: service.id, own }];
  });
  if (found.some(({ own }) => own.every(({ windows }) => windows === undefined)))
    todos.push({
      key: 'impact',
      text: 'How far was each service affected, from when to when? `degraded` is a stand-in.',
    });
  return found.map(({ service, own }) => {
    const said = own.flatMap(({ windows = [] }) => windows);
    const isSaid = own.some(({ windows }) => windows !== undefined);
    const standIn = started === undefined ? [] : [{ from: started, to: resolved, level: 'degraded' as const }];
    return { service, windows: (isSaid ? said : standIn).map(windowOf) };
  });
}

function windowOf({ from, to, level }: ImportedWindow): Record<string, string> {
  return { from: about(from), ...(to !== undefined && { to: about(to) }), level };
}

function about(at: string): string {
  return at === 'unknown' || at.startsWith('about ') ? at : `about ${at}`;
}

function sayOf({ name, windows = [] }: Named): string {
  const spans = windows.map(({ from, to, level }) => `${level} ${from}${to === undefined ? '' : ` to ${to}`}`);
  return `${cleanText(name)}${spans.length > 0 ? ` (${spans.join('; ')})` : ''}`;
}

function alike(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * Windows from what updates say that a component was before and after; `updates` in order of time. A component that was affected
 * before the first word of it was so from `begin` on.
 */
export function windowsFrom(
  updates: readonly {
    at: string;
    before?: ImportedWindow['level'] | undefined;
    after?: ImportedWindow['level'] | undefined;
  }[],
  begin: string | undefined,
  end: string | undefined,
): ImportedWindow[] {
  const windows: ImportedWindow[] = [];
  let open: ImportedWindow | undefined;
  for (const [index, { at, before, after }] of updates.entries()) {
    if (index === 0 && before !== undefined) open = { from: begin ?? at, level: before };
    if (open?.level === after && open !== undefined) continue;
    if (open !== undefined) windows.push({ ...open, to: at });
    open = after === undefined ? undefined : { from: at, level: after };
  }
  if (open !== undefined) windows.push({ ...open, ...(end === undefined ? {} : { to: end }) });
  return windows.filter(({ from, to }) => isForward(from, to));
}

function isForward(from: string, to: string | undefined): boolean {
  const [first, last] = [parseInstant(from), to === undefined ? undefined : parseInstant(to)];
  return first !== undefined && (last === undefined || minutesBetween(first, last) > 0);
}

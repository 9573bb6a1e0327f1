/** Finished pages of many postmortems, as the search reads them, without the cost of a build. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface ManyPages {
  count: number;
  /** Text of the postmortem with this number, the oldest being 0; HTML. */
  textOf?: (number: number) => string;
  /** Below the folder, such as `de/`. */
  prefix?: string;
  language?: string;
}

/** One in 10 hours since 2020. */
export const beganAt = (number: number) => new Date(Date.UTC(2020, 0, 1) + number * 36_000_000).toISOString();
export const titleOf = (number: number) => `Incident ${number}`;
/** A figure that knows nothing of the order in time. */
export const minutesOf = (number: number) => (number * 7919) % 10_007;
export const slugOf = (number: number) => `incident-${String(number).padStart(5, '0')}`;

/** Paths of the pages, in order. */
export function writeManyPages(
  folder: string,
  { count, textOf = () => '', prefix = '', language = 'en' }: ManyPages,
): string[] {
  return Array.from({ length: count }, (_, number) => {
    const file = `${prefix}postmortems/${slugOf(number)}/index.html`;
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), pageOf(number, language, textOf(number)));
    return file;
  });
}

function pageOf(number: number, language: string, text: string): string {
  const began = beganAt(number);
  const sorts = { newest: Date.parse(began) / 1000, longest: minutesOf(number), users: 10 };
  return `<!doctype html><html lang="${language}"><head><title>${titleOf(number)}</title>
<meta name="candor:year" content="${began.slice(0, 4)}" data-pagefind-filter="year[content]">
<meta name="candor:severity" content="Severity ${number % 3}" data-pagefind-filter="severity[content]">
${Object.entries(sorts)
  .map(([name, value]) => `<meta name="candor:${name}" content="${value}" data-pagefind-sort="${name}[content]">`)
  .join('\n')}
<meta name="candor:result-date" content="${began.slice(0, 10)}" data-pagefind-meta="date[content]">
</head><body><main data-pagefind-body><h1 data-pagefind-meta="title">${titleOf(number)}</h1>${text}</main></body></html>`;
}

/** Prints what was measured as a table, and writes it beside this file. */
import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import type { Cost } from './measure.ts';

/** Which row of Hugo and of Astro: the end of its name. */
export type Peer = 'whole' | 'without cards';

export interface Row {
  /** What its ratios are to; without it there are none. */
  against?: Peer;
  /** Not there when the command failed or was not done in time. */
  cost?: Partial<Cost>;
}

export interface Report {
  count: number;
  runs: number;
  /** Of the build that compiles the engine. */
  first: Cost;
  rows: Readonly<Record<string, Row>>;
}

const peers = { hugo: 'Hugo', astro: 'Astro + MDX' } as const;
const head = `| | CPU s | Wall s | Peak MB | In one process | CPU to Hugo | CPU to Astro |
| --- | ---: | ---: | ---: | ---: | ---: | ---: |`;
const note = [
  'A ratio is to the row of the other that is whole, cards and all, where Candor draws all its cards: cold, with the parts',
  'and the index below. It is to the row without cards everywhere else, also where one changed, of the checks and of',
  'Pagefind alone: the harder comparison for Candor. Wall time and memory of its builds are with the search index, CPU',
  'time is without.',
].join(' ');
/** Beside the table, since it makes the others faster than they would be with the same work. */
const leftOut = `What each leaves out of what Candor's build makes or does:
- Hugo: checks of sources (facts, style, privacy, secrets), verdicts and availability, feeds of promises, of each tag and of one severity of one service, calendar, tables, JSON Schemas, badges, pages of numbers; the comparison of every byte with what is private; a search index (counted apart for Candor).
- Astro + MDX: the same.
- What people would do instead: all of these, and copies as data and Markdown, lists, structured data, tables of impact and timeline as data, pictures in three sizes, social cards, and all feeds but one, of summaries.
What Candor leaves out: feeds of all postmortems in one document; it cuts the same texts into archives.`;

export function report({ count, runs, first, rows }: Report): void {
  const machine = `${cpus()[0]?.model ?? 'unknown'}, ${availableParallelism()} processors, Node ${process.versions.node}`;
  const compiling = `Compiling the engine, where it was not, and a first build: ${first.cpuSeconds.toFixed(1)} CPU s.`;
  console.log(`${count} postmortems, medians of ${runs}. ${machine}. ${compiling}\n\n${head}`);
  for (const [name, row] of Object.entries(rows)) console.log(format(name, row, ratiosOf(row, rows)));
  console.log(`\n${note}\n\n${leftOut}`);
  const costs = Object.fromEntries(
    Object.entries(rows).map(([name, row]) => [
      name,
      row.cost
        ? { ...row.cost, ...(row.against ? { against: row.against, cpuTo: ratiosOf(row, rows) } : {}) }
        : { finished: false },
    ]),
  );
  writeFileSync(
    join(import.meta.dirname, 'results.json'),
    `${JSON.stringify({ count, runs, machine, first, note, leftOut, costs }, null, 2)}\n`,
  );
}

type Ratios = Partial<Record<keyof typeof peers, number>>;

/** CPU time of a row to that of the others, as far as these have one. */
function ratiosOf({ against, cost }: Row, rows: Report['rows']): Ratios {
  const ratios: Ratios = {};
  if (!against) return ratios;
  for (const [key, peer] of Object.entries(peers) as [keyof typeof peers, string][]) {
    const other = rows[`${peer}, ${against}`]?.cost?.cpuSeconds;
    if (other && cost?.cpuSeconds !== undefined) ratios[key] = cost.cpuSeconds / other;
  }
  return ratios;
}

function format(name: string, { cost }: Row, { hugo, astro }: Ratios): string {
  const cells = cost
    ? [
        cost.cpuSeconds?.toFixed(1),
        cost.wallSeconds?.toFixed(1),
        ...[cost.peakMegabytes, cost.largestMegabytes],
        ...[hugo?.toFixed(2), astro?.toFixed(2)],
      ]
    : ['did not finish', '', '', '', '', ''];
  return `| ${[name, ...cells.map((cell) => cell ?? '')].join(' | ')} |`;
}

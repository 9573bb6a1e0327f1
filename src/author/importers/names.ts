/** Makes ids, titles and slugs from names. */
import { isAddressName } from '../../shared/incident/address-name.ts';
import { parseInstant } from '../../shared/incident/instant.ts';

/**
 * A slug that `check` takes, at most 100 characters; accents are taken off. `otherwise` when nothing of the name is left, as of
 * one in Japanese or Arabic.
 */
export function slugOf(name: string, otherwise = 'postmortem'): string {
  const slug = stem(name)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[æ]/g, 'ae')
    .replace(/[ø]/g, 'o')
    .replace(/ß/g, 'ss')
    .replace(/\p{M}/gu, '')
    .replace(/^([a-z]{2,})(\d{4}-\d+)/, '$1-$2')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 100)
    .replace(/^-|-$/g, '');
  if (slug === '') return otherwise;
  return isAddressName(slug) ? slug : `postmortem-${slug}`;
}

/** `2026-03-14-checkout-failed`: the day in UTC where the moment can be read, and at most eight words of the title. */
export function datedSlug(moment: string | undefined, title: string): string {
  const day = (moment === undefined ? undefined : parseInstant(moment.trim()))?.slice(0, 10);
  const words = slugOf(title).split('-').slice(0, 8).join('-').slice(0, 80).replace(/-+$/, '');
  return day === undefined ? words : `${day}-${words}`;
}

/** An id of a tool behind letters of ours, `GH-41`: what no id may hold is left out; `otherwise` where nothing is left. */
export function toolId(letters: string, id: string | undefined, otherwise: string): string {
  const bare = (id ?? '').replace(/[^A-Za-z0-9]/g, '').slice(0, 60);
  return `${letters}-${bare === '' ? otherwise : bare}`;
}

/** `PM-2021-003` from "PM2021-003 - Flux.md"; the slug where the name begins with no number. */
export function idOf(fileName: string): string {
  const number = /^([A-Za-z]{2,})[-_ ]?(\d{4})[-_](\d+)/.exec(stem(fileName));
  return number === null ? slugOf(fileName) : `${number[1]?.toUpperCase()}-${number[2]}-${number[3]}`;
}

/** The words behind the number: "Flux version bump" from "PM2021-003 - Flux version bump.md". */
export function titleOf(fileName: string): string {
  const words = stem(fileName)
    .replace(/^[A-Za-z]{2,}[-_ ]?\d{4}[-_]\d+[\s_-]*/, '')
    .trim();
  return words === '' ? stem(fileName) : words;
}

function stem(fileName: string): string {
  const bare = fileName.replace(/(?:\.(?:md|mdx|qmd|rmd|markdown|mdown|txt|html|htm|xhtml|erb|pdf|docx)){1,3}$/i, '');
  // Notion puts the page's id behind its name.
  return bare.replace(/(?<=\S)[ _-][0-9a-f]{32}$/, '');
}

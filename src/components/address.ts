/** Addresses within the site. */
import { getSite } from '../site-data.ts';

/** The link to `path`, which is given without the base: `/archive/` becomes `/postmortems/archive/`. */
export function linkTo(path: string): string {
  return `${getSite().base}${path.slice(1)}`;
}

/** The full address of `path`, which is given without the base. */
export function addressOf(path: string): string {
  return `${getSite().origin}${linkTo(path)}`;
}

/** Addresses within the site. */
import { isShared } from '../../shared/addresses/find-address.ts';
import { getSite } from '../data/site-data.ts';

/** The link to `path`, which is given without the base: `/archive/` becomes `/postmortems/de/archive/`. */
export function linkTo(path: string): string {
  return isShared(path) ? linkToFile(path) : `${getSite().base}${path.slice(1)}`;
}

/** The link to a file of the owner's, or to a page in the site's own language. */
export function linkToFile(path: string): string {
  return `${getSite().root}${path.slice(1)}`;
}

/** What the engine was asked for, without base and language: the renderer says it, and the engine's own server has it in the address. */
export function pathOf({ locals, url }: { locals: App.Locals; url: URL }): string {
  return locals.path ?? url.pathname;
}

/** The full address of `path`, which is given without the base. */
export function addressOf(path: string): string {
  return `${getSite().origin}${linkTo(path)}`;
}

/** The one rule for names that become a part of an address, and so of a file: slugs, ids of pages, services, severities, tags. */
import { z } from 'zod';

/**
 * Lower-case words joined by hyphens, at most 100 characters. Windows keeps `con` and its like for devices, with any ending;
 * at `index` and `page` the site has files of its own.
 */
const form = /^(?!(?:con|prn|aux|nul|com\d|lpt\d|index|page)$)(?=.{1,100}$)[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Such a name, in what authors write. */
export const addressName = z
  .string()
  .regex(
    form,
    'lower-case words joined by hyphens, and no name that is kept for something else, such as `index` or `con`',
  );

/** True for a name that can be part of an address and a file on every system. */
export function isAddressName(name: string): boolean {
  return form.test(name);
}

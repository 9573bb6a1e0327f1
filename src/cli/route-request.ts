/** Where the development server looks for what is asked of it. */
import { type AddressKind, addressKinds } from '../shared/addresses/address-kinds.ts';
import { findAddress } from '../shared/addresses/find-address.ts';

/** `assets` of the engine, pictures and attachments of the `projection`, and the owner's `public` files. */
export type FileSource = 'assets' | 'projection' | 'public';

/**
 * The folder whose file may be meant; else the engine renders it. `path` is without base, `translations` are languages. A
 * folder of the owner's with an `index.html` has an address like that of a page.
 */
export function routeRequest(path: string, translations: readonly string[]): FileSource | undefined {
  const found = findAddress(path, translations);
  if (found === undefined || found.kind === 'ownPage') return 'public';
  if (found.kind === 'image' || found.kind === 'attachment') return 'projection';
  const { type }: AddressKind = addressKinds[found.kind];
  return type === 'made' ? 'assets' : undefined;
}

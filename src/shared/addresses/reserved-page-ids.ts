/** First parts of addresses that a page of the owner's cannot have. */
import { isAddressName } from '../incident/address-name.ts';
import { type AddressKind, addressKinds } from './address-kinds.ts';

/** What Candor writes itself at the top of a site, or below; sorted. */
export const reservedPageIds: readonly string[] = [
  ...new Set(
    Object.values(addressKinds)
      .flatMap(({ pattern }: AddressKind) => /^\/([^/:]+)\//.exec(pattern)?.[1] ?? [])
      .filter(isAddressName),
  ),
].sort();

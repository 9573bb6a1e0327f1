/** Writes the path of an address. */
import { type AddressKind, addressKinds, type Kind, type PartsOf } from './address-kinds.ts';

type Arguments<K extends Kind> = keyof PartsOf<K> extends never ? [] : [parts: PartsOf<K>];

/** The path of an address of this kind, without base and language: `/postmortems/checkout/`. */
export function pathTo<K extends Kind>(kind: K, ...[parts]: Arguments<K>): string {
  return fillIn(addressKinds[kind].pattern, parts ?? {});
}

/** The path of what goes on behind the first: page 2 of a list, archive 1 of a feed. */
export function furtherPathTo(kind: Kind, parts: Readonly<Record<string, string>>): string {
  const { further }: AddressKind = addressKinds[kind];
  if (further === undefined) throw new Error(`An address of the kind ${kind} does not go on.`);
  return fillIn(further, parts);
}

/** The same for a kind and parts that are only known when it runs. */
export function fillIn(pattern: string, parts: Readonly<Record<string, string>>): string {
  return pattern.replace(/:([a-z]+)/g, (_, name: string) => {
    const part = parts[name];
    if (part === undefined) throw new Error(`The part ${name} of an address is missing.`);
    return part;
  });
}

/** The address of page `number` of a list whose first page has the path `first`. */
export function pathOfPage(first: string, number: number): string {
  return number === 1 ? first : `${first}page-${number}/`;
}

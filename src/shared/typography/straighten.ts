/** The way back from a page with typography to the signs that are typed, for whatever reads pages and is no reader. */
import { guillemets } from './typeset-page.ts';

const doubles = /[“”„«»「」]/g;
const singles = /[‘’‚]/g;
const spaces = /[\u00a0\u202f]/g;

export function straighten(page: string): string {
  return page.replace(guillemets, '$1').replace(doubles, '"').replace(singles, "'").replace(spaces, ' ');
}

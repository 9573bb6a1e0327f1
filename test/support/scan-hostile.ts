/** Reads many characters of each hostile text by each lock; run by a test that ends it when it takes too long. */
import { createPolicySearch, probeOf } from '../../src/build/gate/policy-search.ts';
import { splitSource } from '../../src/build/gate/split-source.ts';
import { createFinder } from '../../src/shared/redaction/find-private-text.ts';
import { findLeaks, fingerprintCandidates } from '../../src/shared/text/fingerprints.ts';
import { hostilePolicy, hostileUnits } from './hostile.ts';

const length = 300_000;
const find = createFinder(hostilePolicy, { ticketPrefixes: ['pay-', 'inc', '#'] });
const search = createPolicySearch(hostilePolicy, '2026-11-23');
const candidates = fingerprintCandidates([{ text: 'db-7 of the blue fox', origin: 'x' }]);
const options = { file: 'x', isWithheld: false, privateWords: new Set<string>(), isBare: true };

for (const unit of Object.values(hostileUnits)) {
  const text = unit.repeat(Math.ceil(length / unit.length));
  find(text);
  search.inText(text, probeOf(text));
  findLeaks(text, candidates);
  splitSource(text, options);
}

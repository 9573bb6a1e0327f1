/** A row of the timeline after which things worked, while the impact says that they were down. */
import { inWords } from '../../shared/incident/check-record.ts';
import type { Instant } from '../../shared/incident/instant.ts';
import { momentOf } from '../../shared/incident/recorded-time.ts';
import { isEnglish } from './blameless-language.ts';
import type { LintInput } from './lint-input.ts';
import { createRule } from './rule.ts';

const whole =
  '(?:everything|all (?:the |our |of our )?(?:services|systems|sites|regions|customers|users|requests|traffic))';
const state =
  '(?:restored|recovered|back (?:to normal|online|up|in (?:service|operation))|(?:working|available|reachable|healthy|operational|up|online|normal|functional) again|fully (?:restored|recovered|operational|functional|available|working))';
/** What says in a whole clause that it worked. */
const works = [
  new RegExp(
    `\\b(?:${whole}|(?:the |our )?(?:service|site|website|system|platform|application|app|api|database|functionality|access|traffic)) (?:is|are|was|were|had been|has been|came|went) (?:now |all |completely |again )?${state}\\b`,
    'i',
  ),
  new RegExp(
    `\\b${whole} (?:works|worked|is working|was working|were working) (?:again|as (?:usual|before|expected))\\b`,
    'i',
  ),
  /\b(?:services?|sites?|systems?) (?:was |were )?(?:fully )?restored\b/i,
  /\bfull(?:y)? (?:service |functionality )?(?:restored|recovered)\b/i,
  /\b(?:works|worked|working) again\b/i,
  /\ball systems (?:are |were )?operational\b/i,
];
/** What of it holds for a part only, or not yet, or is no fact. */
const doubtful =
  /\b(?:not|never|no|nothing|none|partial(?:ly)?|some|most|many|part|half|few|several|first|one|only|but|except|although|though|however|still|until|till|began|begun|begins?|started|starting|starts|trying|tried|attempt(?:s|ed)?|to be|would|will|should|could|might|may|if|once|when|whether|before|after|expect(?:s|ed)?|hope[ds]?|believed|thought|seem(?:s|ed)?|appear(?:s|ed)?|briefly|temporarily|moment(?:arily)?|test(?:s|ed|ing)?|staging|backup|replica|internal|unless|for (?:a|us|them|those))\b|\d ?%|n['’]t\b/i;
const somewhere = /\b(?:in|for) (?:the )?[A-Z]/;
/** Says when, and leaves no doubt. */
const afterwards =
  /\bafter (?:the|a|our) (?:rollback|roll-back|revert|restart|reboot|fix|failover|change|deploy(?:ment)?|release)\b/gi;
const everything = new RegExp(`\\b(?:${whole}|all systems)\\b`, 'i');

/** Of what is recorded to the minute. With several services, only of a row that speaks of all, or names the one. */
export const worksWhileDown = createRule('facts/works-while-down', function* (input) {
  if (!isEnglish(input)) return;
  const down = downWindows(input);
  const isAlone =
    new Set(down.map(({ service }) => service)).size === 1 && input.postmortem.impact.services.length === 1;
  for (const { field, path, text, isQuoted, locationAt } of input.passages) {
    if (field !== 'timeline' || path[2] !== 'what' || isQuoted || !saysItWorks(text)) continue;
    const row = input.postmortem.timeline?.[Number(path[1])];
    if (!row || row.internal || row.at.certainty !== 'exact') continue;
    const { at } = row.at;
    for (const { service, from, to, location } of down) {
      const isMeant = isAlone || everything.test(text) || text.toLowerCase().includes(service.toLowerCase());
      if (!isMeant || from > at || (to !== undefined && to <= at)) continue;
      yield {
        location: locationAt(0),
        related: location,
        values: { at: inWords(at), service, until: to && inWords(to) },
      };
      break;
    }
  }
});

function saysItWorks(text: string): boolean {
  const plain = text.replace(afterwards, 'then');
  return works.some((form) => form.test(plain)) && !doubtful.test(plain) && !somewhere.test(plain);
}

function downWindows({ postmortem, publicServices, locationOf }: LintInput) {
  return postmortem.impact.services.flatMap(({ service, windows }, index) =>
    windows.flatMap(({ from, to, level }, window) => {
      const [begin, end]: (Instant | undefined)[] = [momentOf(from), momentOf(to)];
      const isKnown = begin !== undefined && (to === undefined || to.certainty === 'exact');
      if (level !== 'down' || !publicServices.has(service) || !isKnown) return [];
      const path = ['impact', 'services', index, 'windows', window, ...(to === undefined ? [] : ['to'])];
      return [{ service, from: begin, to: end, location: locationOf(path) }];
    }),
  );
}

/** What sort of event a row of a timeline tells, where its words are clear. */
import type { timelineKinds } from '../../shared/incident/postmortem-schema.ts';

type Kind = (typeof timelineKinds)[number];

const forms: [Kind, RegExp][] = [
  [
    'detection',
    /\b(?:alerts? (?:fires?|fired|triggers?|triggered|received|went off)|alarm|(?:first )?detected|was triggered|pager|(?:user|customer|team|community)s? reports?|(?:is|was|were|outage|issue|problem|first) reported|reports? (?:from|by|that|received)|noticed)\b/i,
  ],
  [
    'escalation',
    /\b(?:escalated|escalation|incident (?:is |was )?(?:declared|called)|declared an? incident|paged|called in|war room)\b/i,
  ],
  ['response', /\b(?:acknowledged|acknowledges|responders? (?:joined|joins))\b/i],
  [
    'communication',
    /\b(?:status ?page|slack update|announce[ds]?|announcement|(?:customers?|users?|community|teams?|stakeholders) (?:is |are |was |were )?(?:informed|notified|told|updated)|informed (?:customers?|users?|teams?)|post(?:ed|s) (?:an? )?(?:update|message))\b/i,
  ],
  [
    'mitigation',
    /\b(?:rolled back|rolls? back|rollback|reverted|reverts?|hotfix|fix (?:is |was )?(?:deployed|applied|merged|released)|(?:deployed|applied|merged) (?:a |the )?fix|mitigat(?:ed|es|ion)|workaround|failed over|scaled (?:up|out))\b/i,
  ],
  [
    'recovery',
    /\b(?:(?:incident|issue|outage|problem) (?:is |was |has been )?(?:declared )?(?:resolved|over|ended|closed|fixed)|^resolved|was resolved|(?:service|everything) (?:is |was )?(?:restored|recovered|back)|fully restored|recovered|back to normal|back online)\b/i,
  ],
  [
    'diagnosis',
    /\b(?:investigat(?:es?|ed|ing|ion)|root cause|(?:cause|problem|issue) (?:is |was )?(?:identified|found|determined)|identified|discover(?:s|ed)|determined|suspect(?:s|ed)?|debugg(?:ed|ing))\b/i,
  ],
];

/** `note` where no kind, or more than one, fits. */
export function kindOfRow(words: string): Kind {
  const fitting = forms.filter(([, form]) => form.test(words));
  return fitting.length === 1 ? (fitting[0]?.[0] ?? 'note') : 'note';
}

/** What a document states behind a label: "Severity: SEV-1", "**Affected services:** Checkout, Search", or below such a heading. */
import { linesOf } from './lines-of.ts';
import type { Section } from './split-sections.ts';

export interface FoundLabels {
  severity?: string;
  services: string[];
}

const severity = /^(?:incident )?(?:severity|priority|sev)(?: level)?$/i;
const services =
  /^(?:(?:affected|impacted) (?:services?|systems?|components?|products?)|(?:services?|systems?|components?) (?:affected|impacted|involved))$/i;
const pair = /^([A-Za-z ]{3,30})\s?[:|–-]\s{0,3}(\S.{0,200})$/;

/** The first of each. Values are short: a sentence is none. */
export function findLabels(sections: readonly Section[]): FoundLabels {
  const pairs = sections.flatMap(({ title, content }) => [
    ...content.flatMap(linesOf).flatMap((line): [string, string][] => {
      const [, label = '', value = ''] = pair.exec(line.trim()) ?? [];
      return label === '' ? [] : [[label.trim(), value.trim()]];
    }),
    ...(severity.test(title) || services.test(title)
      ? content.flatMap(linesOf).map((line): [string, string] => [title, line.trim()])
      : []),
  ]);
  const said = pairs.find(([label, value]) => severity.test(label) && value.length <= 40)?.[1];
  const named = pairs
    .filter(([label, value]) => services.test(label) && value.length <= 120)
    .flatMap(([, value]) => value.split(/[,;]|\band\b/));
  return { ...(said !== undefined && { severity: said }), services: named.map((name) => name.trim()).filter(Boolean) };
}

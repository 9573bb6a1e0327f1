/** What a document states behind a label: "Severity: SEV-1", "**Affected services:** Checkout, Search", or below such a heading. */
import { linesOf } from './lines-of.ts';
import type { Section } from './split-sections.ts';

export interface FoundLabels {
  severity?: string;
  services: string[];
}

const severity =
  /^(?:(?:incident )?(?:severity|priority|sev)(?: level)?|schweregrad|priorität|gravité|sévérité|criticité|priorité|gravedad|severidad|prioridad|gravidade|severidade|prioridade|重大度|深刻度|重要度|優先度|الخطورة|الأولوية)$/iu;
const services =
  /^(?:(?:affected|impacted) (?:services?|systems?|components?|products?)|(?:services?|systems?|components?) (?:affected|impacted|involved)|betroffene (?:dienste|systeme|komponenten)|(?:services?|systèmes?|composants?) (?:affectés?|touchés?|impactés?|concernés?)|(?:servicios?|sistemas?|componentes?) afectados?|(?:serviços?|sistemas?|componentes?) afetados?|影響を受けた(?:サービス|システム)|(?:影響|対象)(?:サービス|システム)|الخدمات المتأثرة)$/iu;
const pair = /^([\p{L}\p{M} ]{3,30})\s?[:：|–-]\s{0,3}(\S.{0,200})$/u;
/** A remark behind a value. */
const remark = /\s{0,3}[（(][^()（）]{0,200}[)）]?$/;

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
  const said = pairs
    .filter(([label]) => severity.test(label))
    .map(([, value]) => (value.length <= 40 ? value : value.replace(remark, '')))
    .find((value) => value.length <= 40);
  const named = pairs
    .filter(([label, value]) => services.test(label) && value.length <= 120)
    .flatMap(([, value]) => value.split(/[,;、]|\b(?:and|und|et)\b/));
  return { ...(said !== undefined && { severity: said }), services: named.map((name) => name.trim()).filter(Boolean) };
}

/** What the headings of a postmortem announce, as most templates call its sections. */
import { roleOf } from './role-labels.ts';

export type SectionKind =
  | 'summary'
  | 'timeline'
  | 'factors'
  | 'mitigations'
  | 'trigger'
  | 'wentWell'
  | 'wentBadly'
  | 'gotLucky'
  | 'lessons'
  | 'actions'
  | 'people'
  | 'stats'
  | 'span'
  | 'other';

const kinds: [SectionKind, RegExp][] = [
  ['summary', /^(?:executive |incident )?(?:summary|overview|tl;?dr)$/],
  ['timeline', /^(?:incident )?(?:timeline|chronology)(?: of events)?$/],
  ['factors', /^(?:contributing (?:factors?|causes?)|root causes?(?: analysis)?)$/],
  [
    'mitigations',
    /^(?:mitigations?|resolution(?: and recovery)?|how (?:we|it was) (?:fixed|mitigated|resolved)(?: it)?)$/,
  ],
  ['trigger', /^trigger$/],
  ['wentWell', /^what (?:went|worked) (?:well|right)$/],
  ['wentBadly', /^what (?:went (?:badly|wrong|poorly)|did(?:n't| not) go (?:so )?well)$/],
  ['gotLucky', /^where we got lucky$/],
  ['lessons', /^(?:lessons(?: learn(?:ed|t))?|what (?:did )?we learn(?:ed|t)?)$/],
  [
    'actions',
    /^(?:(?:(?:review|corrective|preventi?(?:ve|tive)|future|planned|follow[- ]?up) )?(?:action items?|actions)|actions following (?:the )?review|follow[- ]?ups?(?: (?:items?|tasks?|work))?|remediation(?: items)?|corrective and preventat?ive (?:actions|measures)|action plan|next steps)$/,
  ],
  [
    'people',
    /^(?:(?:meeting |review )?(?:attendees|participants)|authors?|responders|people(?: involved)?|present|owners?(?: of (?:the )?review(?: process)?)?)$/,
  ],
  ['span', /^(?:(?:incident|impact|outage) (?:time|times|period|window)|duration|downtime)$/],
  ['stats', /^(?:stats|statistics|metrics|figures)$/],
];

/** The same in other languages, with whatever stands in brackets behind. People are recognised by their roles. */
const otherKinds = (
  [
    [
      'summary',
      'zusammenfassung|überblick|kurzfassung|résumé|synthèse|resumen(?: ejecutivo)?|resumo(?: executivo)?|sumário(?: executivo)?|サマリー?|概要|要約|摘要|요약|(?:ال)?ملخص(?: التنفيذي)?',
    ],
    [
      'timeline',
      'タイムライン|時系列|経緯|时间线|时间轴|時間線|타임라인|хронология|zeitleiste|zeitachse|zeitlicher ablauf|zeitverlauf|chronologie|cronologia|cronología|línea de tiempo|linha do tempo|tijdlijn|oś czasu|الجدول الزمني|التسلسل الزمني',
    ],
    [
      'factors',
      '(?:grund)?ursachen?(?:analyse)?|root-cause-analyse|beitragende faktoren|causes?(?: (?:racines?|profondes?))?|facteurs contributifs|causas?(?: (?:ra[ií]z|principal|principales))?|factores contribuyentes|fatores contribuintes|(?:análisis|análise) d[ea] causa ra[ií]z|根本原因(?:分析)?|直接原因|寄与要因|要因|原因|원인|السبب الجذري|الأسباب',
    ],
    [
      'mitigations',
      'behebung|lösung|gegenmaßnahmen?|wiederherstellung|résolution|atténuation|resolución|mitigación|resolução|mitigação|緩和策?|復旧(?:対応|作業|手順)?|解決(?:策)?|الحل',
    ],
    ['trigger', 'auslöser|déclencheur|desencadenante|gatilho|トリガー|契機'],
    [
      'wentWell',
      'was (?:lief )?gut (?:lief|gelaufen ist|war)|was gut lief|ce qui a bien (?:fonctionné|marché)|(?:lo )?qué (?:salió|fue|funcionó) bien|lo que salió bien|o que (?:deu certo|correu bem|funcionou)|うまくいったこと|良かった(?:こと|点)',
    ],
    [
      'wentBadly',
      "was schlecht (?:lief|gelaufen ist|war)|ce qui (?:a mal (?:fonctionné|marché)|s[’']est mal passé)|(?:lo )?qué (?:salió|fue) mal|lo que salió mal|o que (?:deu errado|correu mal)|うまくいかなかったこと|悪かった(?:こと|点)",
    ],
    [
      'gotLucky',
      'wo wir glück hatten|où nous avons eu de la chance|dónde tuvimos suerte|onde tivemos sorte|幸運だったこと',
    ],
    [
      'lessons',
      'erkenntnisse|lehren|was wir gelernt haben|(?:leçons|enseignements)(?: (?:apprises|tirés))?|lecciones(?: aprendidas)?|lições(?: aprendidas)?|教訓|学び|学んだこと|得られた教訓|الدروس المستفادة',
    ],
    [
      'actions',
      "(?:folge)?maßnahmen|nächste schritte|plan d[’']actions?|actions (?:correctives|à mener)|prochaines étapes|acciones(?: correctivas| de seguimiento)?|próximos pasos|plan de acción|ações(?: corretivas)?|itens de ação|próximos passos|plano de ação|アクションアイテム|再発防止策?|今後の(?:対応|対策|アクション)|الإجراءات|الخطوات التالية",
    ],
  ] as const
).map(
  ([kind, words]) =>
    [kind, new RegExp(`^(?:\\d{1,2}(?:\\.\\d{1,2})?[.)]?\\s+)?(?:${words})\\s*(?:[(（[].*)?$`, 'iu')] as const,
);

/** What a heading announces; `other` when it is none of the usual ones. */
export function kindOfHeading(title: string): SectionKind {
  const other = otherKinds.find(([, form]) => form.test(title.trim()))?.[0];
  if (other !== undefined) return other;
  const name = title
    .toLowerCase()
    .replace(/^\s*\d{1,2}(?:\.\d{1,2})?[.):]?\s/, ' ')
    .replace(/[’]/g, "'")
    // What stands in brackets says a zone, or how many there are.
    .replace(/\([^()]*\)/g, ' ')
    .replace(/[^\w\s;'-]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const usual = kinds.find(([, form]) => form.test(name))?.[0];
  return usual ?? (roleOf(title, { isWhole: true }) === 'always' ? 'people' : 'other');
}

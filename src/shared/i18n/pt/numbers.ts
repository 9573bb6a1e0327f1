/** Portuguese words of computed figures: the numbers and the promises. */
import type { numbers as englishNumbers, promises as englishPromises } from '../en/numbers.ts';
import { pluralsOf } from '../plurals.ts';

const plural = pluralsOf('pt');

export const promises: typeof englishPromises = {
  title: 'Compromissos',
  lede: 'Cada mudança que um postmortem prometeu, e o que foi feito dela.',
  asOf: (date: string) => `Em ${date}.`,
  none: 'Nenhum postmortem prometeu nada ainda.',
  state: {
    overdue: 'Atrasado',
    open: 'Em aberto',
    late: 'Cumprido com atraso',
    kept: 'Cumprido no prazo',
    dropped: 'Abandonado',
  },
  meaning: {
    overdue: 'Não feito, e o dia passou.',
    open: 'Não feito, e o prazo ainda não chegou.',
    late: 'Feito depois do dia prometido.',
    kept: 'Feito até o dia prometido.',
    dropped: 'Não será feito; o motivo é dado.',
  },
  byService: 'Por serviço',
  byYear: 'Pelo ano do prazo',
  narrow: 'Outras listas de compromissos',
  current: 'Todos os que estão em aberto, e os últimos dos outros',
  ofService: (service: string) => `Compromissos sobre ${service}`,
  aboutService: (service: string) => `${service}: o que acordamos e o que deu errado`,
  ofYear: (year: string) => `Compromissos para ${year}`,
  count: (count: number, formatted: string) =>
    plural(count, { one: `${formatted} compromisso.`, other: `${formatted} compromissos.` }),
  shortened: (shown: string, all: string) => `São mostrados ${shown} de ${all}; as listas abaixo têm todos.`,
  from: 'Prometido em',
  calendar: 'Os prazos dos compromissos em aberto como calendário (iCalendar)',
  calendarName: (site: string) => `${site}: compromissos`,
  moved: 'Prazo alterado',
  movedOn: 'Alterado em',
  dueBefore: 'Prazo anterior',
  dueNow: 'Prazo atual',
  movedFrom: (date: string, from: string) => `Alterado em ${date}; o prazo era ${from}.`,
  column: 'Compromisso',
  details: 'Detalhes',
  difference: 'Antes ou depois',
  early: (days: string) => `${days} antes`,
  late: (days: string) => `${days} de atraso`,
  onTheDay: 'No dia do prazo',
  overdueBy: (days: string) => `${days} em atraso`,
  bar: 'Todos os compromissos por estado',
  share: (kept: number, formatted: string, due: string) =>
    `De ${due} compromissos feitos ou já vencidos, ${formatted} ${plural(kept, { one: 'foi cumprido', other: 'foram cumpridos' })} no prazo. Os abandonados são contados à parte.`,
};

export const numbers: typeof englishNumbers = {
  title: 'Números',
  lede: 'Os incidentes publicados, contados e detalhados. Sem médias: as durações dos incidentes são diferentes demais entre si.',
  readingLede: 'De onde vêm os números deste site e o que querem dizer “cerca de” e “desconhecido”.',
  caveatsTitle: 'O que estes números podem dizer e o que não podem',
  caveats: [
    'Eles contam os postmortems publicados, não tudo o que deu errado. Mais postmortems podem significar mais incidentes, ou mais franqueza.',
    'O tempo de detecção começa quando se sabe que o incidente começou. O que ninguém nunca descobriu não está aqui.',
    'Incidentes são poucos e diferentes entre si. Com menos de uns vinte, uma diferença entre duas medianas não diz nada.',
    'Um tempo de resolução curto não é um fim em si, e ninguém é medido por ele.',
  ],
  incidents: 'Incidentes',
  total: (count: number, formatted: string) =>
    plural(count, {
      one: `${formatted} incidente tem um postmortem público.`,
      other: `${formatted} incidentes têm um postmortem público.`,
    }),
  ofYear: (year: string) => `Números de ${year}`,
  byYear: 'Pelo ano do início',
  bySeverity: 'Por gravidade',
  byService: 'Por serviço afetado',
  byServiceNote: 'Um incidente que afetou dois serviços conta para ambos.',
  byDetector: 'Por quem o detectou',
  detector: {
    customer: 'Um cliente',
    monitoring: 'Monitoramento',
    employee: 'A equipe',
    partner: 'Um parceiro',
    unknown: 'Não se sabe',
  },
  group: 'Grupo',
  count: 'Incidentes',
  detect: 'Tempo de detecção',
  detectNote: 'Do início ao primeiro registro.',
  resolve: 'Tempo de resolução',
  resolveNote: 'Do início à resolução.',
  distribution: (count: number, formatted: string) =>
    plural(count, {
      one: `${formatted} incidente, um ponto, numa escala em que cada passo é várias vezes o anterior.`,
      other: `${formatted} incidentes, um ponto para cada, numa escala em que cada passo é várias vezes o anterior.`,
    }),
  gathered: (all: string, each: string) =>
    `${all} incidentes, um ponto para cerca de cada ${each}, de duração parecida, numa escala em que cada passo é várias vezes o anterior.`,
  leftOut: (count: number, formatted: string) =>
    plural(count, {
      one: `${formatted} ficou de fora, porque um horário é desconhecido ou o incidente não terminou.`,
      other: `${formatted} ficaram de fora, porque um horário é desconhecido ou o incidente não terminou.`,
    }),
  aboutNote: (count: number, formatted: string) =>
    plural(count, {
      one: `${formatted} é uma estimativa, desenhada como anel.`,
      other: `${formatted} são estimativas, desenhadas como anéis.`,
    }),
  aboutGathered: (formatted: string) => `Estimativas entre eles: ${formatted}.`,
  median: 'Mediana',
  middleHalf: '50% centrais',
  rangeOf: (from: string, to: string) => `${from} a ${to}`,
  shortest: 'O mais curto',
  longest: 'O mais longo',
  sample: 'Incidentes (n)',
  boxNote: 'Abaixo dos pontos: a metade central dos incidentes, com um traço na mediana.',
  few: (formatted: string) => `Com n = ${formatted}, leia isto como uma lista de casos e não como uma tendência.`,
  none: 'Nenhum incidente tem ainda uma duração conhecida deste tipo.',
  everyValue: 'Todos os valores',
  valuesOfYears: 'Todos os valores estão na página do seu ano.',
  incident: 'Incidente',
  duration: 'Duração',
  people: 'Pessoas e pedidos',
  peopleNote: 'A soma dos registros de todos os incidentes publicados. Quem foi afetado duas vezes conta duas vezes.',
  sums: { users: 'Pessoas afetadas', accounts: 'Contas afetadas', supportRequests: 'Pedidos de suporte' },
  sumLacking: (count: number, formatted: string) =>
    plural(count, { one: `${formatted} registro não diz.`, other: `${formatted} registros não dizem.` }),
};

/** Portuguese words of what a postmortem records: times, counts, states, parts and kinds. */
import type { record as englishRecord } from '../en/record.ts';
import { pluralsOf } from '../plurals.ts';

const plural = pluralsOf('pt');

export const record: typeof englishRecord = {
  label: (name: string) => `${name}:`,
  comma: ', ',

  time: {
    at: (date: string, clock: string) => `${date}, ${clock}`,
    aboutAt: (date: string, clock: string) => `${date}, aproximadamente ${clock}`,
    since: (from: string) => `desde ${from}, em andamento`,
    about: (moment: string) => `aproximadamente ${moment}`,
    unknown: 'hora desconhecida',
    dayUnknown: 'Dia desconhecido',
    ongoing: 'em andamento',
    range: (from: string, to: string) => `${from} a ${to}`,
    localNote: (zone: string) => `Os horários são de ${zone}, com o seu horário local ao lado.`,
  },

  duration: {
    underAMinute: 'menos de um minuto',
    about: (duration: string) => `cerca de ${duration}`,
    unknown: 'desconhecida',
    afterStart: (duration: string) => `${duration} após o início`,
    afterFirstLog: (duration: string) => `${duration} após a detecção`,
  },

  count: {
    about: (count: string) => `cerca de ${count}`,
    atLeast: (count: string) => `pelo menos ${count}`,
    range: (from: string, to: string) => `${from} a ${to}`,
    unknown: 'desconhecido',
    shareOf: {
      users: (percent: string) => `${percent} dos usuários`,
      accounts: (percent: string) => `${percent} das contas`,
      supportRequests: (percent: string) => `${percent} dos pedidos`,
      window: (percent: string) => `${percent} afetado`,
    },
  },

  state: {
    draft: 'Rascunho',
    review: 'Em revisão',
    embargoed: 'Sob embargo',
    preliminary: 'Preliminar',
    ongoing: 'Ainda não resolvido',
    mitigated: 'Impacto encerrado',
    resolved: 'Resolvido',
  },

  notice: {
    preliminary: 'Este é um relatório preliminar. Vamos atualizá-lo à medida que soubermos mais.',
    nextUpdateBy: (moment: string) => `A próxima atualização será publicada no máximo até: ${moment}.`,
    nextUpdateLate: (moment: string, day: string) =>
      `A próxima atualização deveria ter sido publicada até: ${moment}; está atrasada (em ${day}).`,
    corrected: (date: string) => `Corrigido em ${date}:`,
    internalState: (state: string) => `Estado: ${state}. A edição pública não contém este postmortem.`,
    embargoed: (moment: string) => `Sob embargo até: ${moment}. A edição pública não o contém antes disso.`,
  },

  postmortem: {
    kicker: 'Postmortem',
    reportError: 'Comunicar um erro neste postmortem',
    published: (date: string) => `Publicado em ${date}`,
    updated: (date: string) => `Atualizado em ${date}`,
    publishedLabel: 'Publicado',
    updatedLabel: 'Atualizado',
    advice: 'O que você pode fazer',
    keyFacts: 'Dados principais',
    contents: 'Nesta página',
    started: 'Início',
    firstLogged: 'Detectado',
    acknowledged: 'Assumido',
    mitigated: 'Fim do impacto',
    resolved: 'Resolvido',
    notResolved: 'Ainda não',
    nextUpdate: 'Próxima atualização até',
    users: 'Pessoas afetadas',
    accounts: 'Contas afetadas',
    supportRequests: 'Pedidos de suporte',
    dataLoss: 'Dados perdidos',
    dataLossNone: 'nenhum',
    regions: 'Regiões',
    services: 'Serviços',
    noServices: 'Nenhum serviço foi afetado.',
    impactCaption: 'Quando e em que medida cada serviço foi afetado',
    service: 'Serviço',
    degree: 'Impacto',
    from: 'De',
    to: 'Até',
    lasted: 'Duração',
    team: 'Equipe',
    teamDid: (team: string, did: string) => `${team}: ${did}`,
    reviewHeld: (date: string) => `A revisão do incidente foi realizada em ${date}.`,
    customerAttended: 'Um cliente participou.',
    noCustomerAttended: 'Nenhum cliente participou.',
    wentWell: 'O que deu certo',
    wentBadly: 'O que deu errado',
    gotLucky: 'Onde tivemos sorte',
    actionOwner: 'Equipe',
    actionDue: 'Prazo',
    actionDoneWhen: 'Como saberemos que está feito',
    actionDoneOn: 'Feito em',
    actionDroppedOn: 'Abandonado em',
    actionDroppedBecause: 'Motivo do abandono',
    because: 'Motivo',
    actionTicket: 'Chamado',
    headingLink: 'Link para esta seção',
    copyCode: 'Copiar este código',
    fullSize: 'Abrir em tamanho real',
    archivedCopy: 'cópia arquivada',
    archivedCopyOf: (title: string) => `${title}, cópia arquivada`,
    older: 'Anterior',
    newer: 'Posterior',
    neighbours: 'Outros postmortems',
    internalAttendees: 'Participantes da revisão',
    internalMinutes: 'Ata da revisão',
    internalServices: 'Serviços internos',
    internalTags: 'Etiquetas internas',
    internalNotes: 'Notas',
  },

  part: {
    impact: 'Impacto',
    timeline: 'Linha do tempo',
    responders: 'Quem respondeu',
    trigger: 'Gatilho',
    factors: 'Fatores contribuintes',
    mitigations: 'Como resolvemos',
    lessons: 'Lições',
    agreements: 'Níveis de serviço (SLA)',
    actions: 'O que estamos mudando',
    revisions: 'Revisões',
    attachments: 'Arquivos para baixar',
    references: 'Referências',
    related: 'Postmortems relacionados',
    internal: 'Detalhes internos',
  },

  phase: {
    title: 'As fases do incidente, em escala',
    caption: (zone: string) =>
      `Em escala, em ${zone}. Os pontos são os eventos da linha do tempo e levam a eles. Um contorno tracejado indica uma estimativa ou algo que ainda dura.`,
    events: 'Eventos',
    name: {
      undetected: 'Não detectado',
      detected: 'Detectado',
      mitigated: 'Mitigado',
      resolved: 'Resolvido',
    },
    lasted: (phase: string, from: string, to: string, duration: string) => `${phase}: ${from} a ${to}, ${duration}.`,
    lasting: (phase: string, from: string) => `${phase} desde: ${from}.`,
    moment: (phase: string, at: string) => `${phase}: ${at}.`,
  },

  detectedBy: {
    customer: 'por um cliente',
    monitoring: 'pelo monitoramento',
    employee: 'por alguém da equipe',
    partner: 'por um parceiro',
    unknown: 'não se sabe por quem',
  },
  detectedByTeam: (by: string, team: string) => `${by} (${team})`,

  level: { down: 'Fora do ar', partial: 'Interrupção parcial', degraded: 'Degradado' },

  timeline: { at: 'Hora', kind: 'Tipo', what: 'O que aconteceu' },
  timelineKind: {
    trigger: 'Gatilho',
    detection: 'Detecção',
    escalation: 'Escalonamento',
    response: 'Resposta',
    diagnosis: 'Diagnóstico',
    mitigation: 'Mitigação',
    communication: 'Comunicação',
    recovery: 'Recuperação',
    note: 'Nota',
  },

  actionKind: {
    fix: 'Correção',
    mitigation: 'Mitigação',
    observability: 'Observabilidade',
    process: 'Processo',
  },

  actionState: { open: 'Em aberto', done: 'Feito', dropped: 'Abandonado' },
  actionDoneLate: (days, formatted) =>
    plural(days, { one: `Feito, com ${formatted} dia de atraso`, other: `Feito, com ${formatted} dias de atraso` }),

  revisionKind: {
    correction: 'Correção',
    update: 'Atualização',
    final: 'Versão final',
  },
};

/** Spanish words of what a postmortem records: times, counts, states, parts and kinds. */
import type { record as englishRecord } from '../en/record.ts';
import { pluralsOf } from '../plurals.ts';

const plural = pluralsOf('es');

export const record: typeof englishRecord = {
  label: (name: string) => `${name}:`,
  comma: ', ',

  time: {
    at: (date: string, clock: string) => `${date}, ${clock}`,
    aboutAt: (date: string, clock: string) => `${date}, aproximadamente ${clock}`,
    since: (from: string) => `desde ${from}, en curso`,
    about: (moment: string) => `aproximadamente ${moment}`,
    unknown: 'hora desconocida',
    dayUnknown: 'Día desconocido',
    ongoing: 'en curso',
    range: (from: string, to: string) => `${from} a ${to}`,
    localNote: (zone: string) => `Las horas son de ${zone}, con su hora local al lado.`,
  },

  duration: {
    underAMinute: 'menos de un minuto',
    about: (duration: string) => `aproximadamente ${duration}`,
    unknown: 'desconocida',
    afterStart: (duration: string) => `${duration} después del inicio`,
    afterFirstLog: (duration: string) => `${duration} después de la detección`,
  },

  count: {
    about: (count: string) => `cerca de ${count}`,
    atLeast: (count: string) => `al menos ${count}`,
    range: (from: string, to: string) => `${from} a ${to}`,
    unknown: 'desconocido',
    shareOf: {
      users: (percent: string) => `${percent} de los usuarios`,
      accounts: (percent: string) => `${percent} de las cuentas`,
      supportRequests: (percent: string) => `${percent} de las solicitudes`,
      window: (percent: string) => `${percent} afectado`,
    },
  },

  state: {
    draft: 'Borrador',
    review: 'En revisión',
    embargoed: 'Bajo embargo',
    preliminary: 'Preliminar',
    ongoing: 'Aún sin resolver',
    mitigated: 'Impacto terminado',
    resolved: 'Resuelto',
  },

  notice: {
    preliminary: 'Este es un informe preliminar. Lo actualizaremos a medida que sepamos más.',
    nextUpdateBy: (moment: string) => `La próxima actualización se publicará a más tardar: ${moment}.`,
    nextUpdateLate: (moment: string, day: string) =>
      `La próxima actualización debía publicarse a más tardar: ${moment}; lleva retraso (a fecha de ${day}).`,
    corrected: (date: string) => `Corregido el ${date}:`,
    internalState: (state: string) => `Estado: ${state}. La edición pública no contiene este postmortem.`,
    embargoed: (moment: string) => `Bajo embargo hasta: ${moment}. La edición pública no lo contiene antes.`,
  },

  postmortem: {
    kicker: 'Postmortem',
    reportError: 'Informar de un error en este postmortem',
    published: (date: string) => `Publicado el ${date}`,
    updated: (date: string) => `Actualizado el ${date}`,
    publishedLabel: 'Publicado',
    updatedLabel: 'Actualizado',
    advice: 'Qué puede hacer usted',
    keyFacts: 'Datos clave',
    contents: 'En esta página',
    started: 'Inicio',
    firstLogged: 'Detectado',
    acknowledged: 'Atendido',
    mitigated: 'Fin del impacto',
    resolved: 'Resuelto',
    notResolved: 'Todavía no',
    nextUpdate: 'Próxima actualización, a más tardar',
    users: 'Personas afectadas',
    accounts: 'Cuentas afectadas',
    supportRequests: 'Solicitudes de soporte',
    dataLoss: 'Datos perdidos',
    dataLossNone: 'ninguno',
    regions: 'Regiones',
    services: 'Servicios',
    noServices: 'Ningún servicio se vio afectado.',
    impactCaption: 'Cuándo y en qué medida se vio afectado cada servicio',
    service: 'Servicio',
    degree: 'Impacto',
    from: 'Desde',
    to: 'Hasta',
    lasted: 'Duración',
    team: 'Equipo',
    teamDid: (team: string, did: string) => `${team}: ${did}`,
    reviewHeld: (date: string) => `La revisión del incidente tuvo lugar el ${date}.`,
    customerAttended: 'Participó un cliente.',
    noCustomerAttended: 'No participó ningún cliente.',
    wentWell: 'Qué salió bien',
    wentBadly: 'Qué salió mal',
    gotLucky: 'Dónde tuvimos suerte',
    actionOwner: 'Equipo',
    actionDue: 'Fecha límite',
    actionDoneWhen: 'Cómo sabremos que está hecho',
    actionDoneOn: 'Hecho el',
    actionDroppedOn: 'Abandonado el',
    actionDroppedBecause: 'Motivo del abandono',
    because: 'Motivo',
    actionTicket: 'Tique',
    headingLink: 'Enlace a esta sección',
    copyCode: 'Copiar este código',
    fullSize: 'Abrir a tamaño completo',
    archivedCopy: 'copia archivada',
    archivedCopyOf: (title: string) => `${title}, copia archivada`,
    older: 'Anterior',
    newer: 'Posterior',
    neighbours: 'Otros postmortems',
    internalAttendees: 'Asistentes a la revisión',
    internalMinutes: 'Acta de la revisión',
    internalServices: 'Servicios internos',
    internalTags: 'Etiquetas internas',
    internalNotes: 'Notas',
  },

  part: {
    impact: 'Impacto',
    timeline: 'Cronología',
    responders: 'Quién respondió',
    trigger: 'Desencadenante',
    factors: 'Factores contribuyentes',
    mitigations: 'Cómo lo solucionamos',
    lessons: 'Lecciones',
    agreements: 'Niveles de servicio (SLA)',
    actions: 'Qué estamos cambiando',
    revisions: 'Revisiones',
    attachments: 'Archivos para descargar',
    references: 'Referencias',
    related: 'Postmortems relacionados',
    internal: 'Detalles internos',
  },

  phase: {
    title: 'Las fases del incidente, a escala',
    caption: (zone: string) =>
      `A escala, en ${zone}. Los puntos son los eventos de la cronología y llevan a ellos. Un contorno discontinuo indica una estimación o algo que sigue en curso.`,
    events: 'Eventos',
    name: {
      undetected: 'Sin detectar',
      detected: 'Detectado',
      mitigated: 'Mitigado',
      resolved: 'Resuelto',
    },
    lasted: (phase: string, from: string, to: string, duration: string) => `${phase}: ${from} a ${to}, ${duration}.`,
    lasting: (phase: string, from: string) => `${phase} desde: ${from}.`,
    moment: (phase: string, at: string) => `${phase}: ${at}.`,
  },

  detectedBy: {
    customer: 'por un cliente',
    monitoring: 'por la monitorización',
    employee: 'por un miembro del personal',
    partner: 'por un socio',
    unknown: 'no se sabe por quién',
  },
  detectedByTeam: (by: string, team: string) => `${by} (${team})`,

  level: { down: 'Caído', partial: 'Interrupción parcial', degraded: 'Degradado' },

  timeline: { at: 'Hora', kind: 'Tipo', what: 'Qué ocurrió' },
  timelineKind: {
    trigger: 'Desencadenante',
    detection: 'Detección',
    escalation: 'Escalado',
    response: 'Respuesta',
    diagnosis: 'Diagnóstico',
    mitigation: 'Mitigación',
    communication: 'Comunicación',
    recovery: 'Recuperación',
    note: 'Nota',
  },

  actionKind: {
    fix: 'Corrección',
    mitigation: 'Mitigación',
    observability: 'Observabilidad',
    process: 'Proceso',
  },

  actionState: { open: 'Pendiente', done: 'Hecho', dropped: 'Abandonado' },
  actionDoneLate: (days, formatted) =>
    plural(days, { one: `Hecho, con ${formatted} día de retraso`, other: `Hecho, con ${formatted} días de retraso` }),

  revisionKind: {
    correction: 'Corrección',
    update: 'Actualización',
    final: 'Versión final',
  },
};

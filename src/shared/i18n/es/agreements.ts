/** Spanish words of agreements and the verdicts on them. */
import type {
  agreement as englishAgreement,
  availability as englishAvailability,
  verdict as englishVerdict,
} from '../en/agreements.ts';

export const agreement: typeof englishAgreement = {
  availability: (target: string, window: string) => `Disponible al menos el ${target} de cada ${window}.`,
  window: {
    'calendar-month': 'mes natural',
    'calendar-quarter': 'trimestre natural',
    'rolling-30-days': 'periodo de 30 días',
  },
  timezone: (zone: string) => `Los meses y trimestres empiezan a medianoche, ${zone}.`,
  weight: (level: string, weight: string) => `${level} (${weight})`,
  weights: (weights: string) => `Cómo cuenta cada minuto – ${weights}.`,
  weightFull: 'por completo',
  weightNone: 'nada',
  weightShare: 'según la parte afectada',
  excludesMaintenance: 'El mantenimiento anunciado no cuenta.',
  credit: (below: string, percent: string) => `Por debajo del ${below}, se abona el ${percent} de la tarifa.`,
  acknowledge: (severity: string, within: string) =>
    `Los incidentes de gravedad «${severity}» se atienden a más tardar ${within} después del primer registro.`,
  resolve: (severity: string, within: string) =>
    `Los incidentes de gravedad «${severity}» se resuelven a más tardar ${within} después del primer registro.`,
  publish: (within: string) => `El postmortem se publica a más tardar ${within} después de la resolución.`,
  publishSeverity: (severity: string, within: string) =>
    `El postmortem de un incidente de gravedad «${severity}» se publica a más tardar ${within} después de la resolución.`,
  aroundTheClock: 'Se mide las 24 horas, todos los días.',
  hours: (hours: string) => `El plazo corre ${hours}.`,
  holidays: (dates: string) => `Se detiene en estos días: ${dates}.`,
  since: (date: string) => `En vigor desde el ${date}.`,
  sinceUntil: (from: string, until: string) => `En vigor del ${from} al ${until}.`,
};

export const verdict: typeof englishVerdict = {
  outcome: { met: 'Cumplido', breached: 'Incumplido', unknown: 'Desconocido' },
  lede: 'Calculado a partir de las horas registradas en todos los postmortems del servicio; ningún resultado se escribe a mano.',
  caption: (service: string) => `Acuerdos sobre ${service} que tocó este incidente`,
  agreement: 'Acuerdo',
  verdict: 'Resultado',
  measured: 'Medido',
  target: 'Objetivo',
  used: 'Inactividad: usada / permitida',
  share: 'Parte del presupuesto usada por este incidente',
  credit: 'Abono',
  kind: {
    availability: (window: string) => `Disponibilidad, ${window}`,
    acknowledge: (_: string) => 'Atención',
    resolve: (_: string) => 'Resolución',
    publish: (_: string) => 'Publicación',
  },
  rolling: (last: string) => `30 días hasta el ${last}`,
  theRolling: (last: string) => `Los 30 días hasta el ${last}`,
  partOf: (first: string, last: string) => `del ${first} al ${last}`,
  atLeastPercent: (target: string) => `al menos ${target}`,
  within: (duration: string) => `como máximo ${duration}`,
  atMost: (value: string) => `como máximo ${value}`,
  atLeast: (value: string) => `al menos ${value}`,
  soFar: (value: string) => `${value} hasta ahora`,
  minutesOf: (used: string, allowed: string) => `${used} de ${allowed} min`,
  noCredit: 'ninguno',
  credited: (percent: string) => `${percent} de la tarifa`,
  notApplicable: '–',
  notYet: 'aún no ha terminado',
  rules: 'Cómo se calculó cada valor',
  ruleWindow: (window: string, minutes: string, percent: string, allowed: string, used: string) =>
    `${window}: ${minutes} minutos que medir. De ellos se puede perder el ${percent}, es decir ${allowed}; se perdieron ${used}, contando cada minuto de impacto según su peso.`,
  ruleRolling: 'De todos los periodos de 30 días que terminaron durante el impacto, este es el peor.',
  ruleOverlap: 'El impacto que comparten dos postmortems cuenta una vez, con el peso mayor, y como propio de cada uno.',
  ruleClock: (used: string, allowed: string) => `El plazo corrió ${used}, de ${allowed} permitidos.`,
  ruleClockOpen: (used: string, allowed: string) =>
    `El plazo ha corrido ${used} hasta ahora, de ${allowed} permitidos.`,
  aboutNote: 'Una de las horas que cuentan aquí es una estimación.',
  missing: {
    'window-end': (until: string) => `El periodo no termina antes del ${until}.`,
    windows: (_: string) => 'El registro no dice cuándo se vio afectado el servicio.',
    'impact-begin': (title: string) => `No se sabe cuándo empezó el impacto de «${title}».`,
    'impact-end': (title: string) => `No se sabe cuándo termina el impacto de «${title}».`,
    share: (title: string) => `No se sabe qué parte se vio afectada en «${title}».`,
    firstLogged: (_: string) => 'No se sabe cuándo se registró el incidente por primera vez.',
    acknowledged: (_: string) => 'No se sabe cuándo se atendió el incidente.',
    resolved: (_: string) => 'El incidente no está resuelto, o no se sabe cuándo lo estuvo.',
  },
};

export const availability: typeof englishAvailability = {
  title: 'Disponibilidad',
  lede: 'Cuánto de cada presupuesto de error usaron los incidentes publicados en los últimos 24 meses. Los meses anteriores al servicio o al acuerdo quedan vacíos.',
  limited: 'Solo cuentan los incidentes con un postmortem público.',
  chartTitle: (window: string, target: string) => `Presupuesto de error usado por ${window}, objetivo ${target}`,
  period: { 'calendar-month': 'mes', 'calendar-quarter': 'trimestre', 'rolling-30-days': 'mes' },
  summary: (met: string, breached: string, unknown: string, empty: string) =>
    `Cumplidos: ${met}; incumplidos: ${breached}; no se puede decir: ${unknown}; sin acuerdo: ${empty}. La tabla de abajo tiene todos los valores.`,
  limit: 'El presupuesto completo',
  table: 'Todos los valores.',
  tableSummary: (window: string) => `Todos los valores por ${window}`,
  columns: {
    period: 'Periodo',
    available: 'Disponible',
    used: 'Inactividad: usada / permitida',
    verdict: 'Resultado',
    behind: 'Postmortems',
  },
  notInForce: 'no vigente',
  quarter: (number: number, year: string) => `T${number} ${year}`,
  rollingNote: 'Cada mes muestra los peores 30 días que terminaron en él.',
  legend: {
    met: 'dentro del presupuesto',
    breached: 'por encima del presupuesto',
    unknown: 'desconocido, o aún no ha terminado',
    empty: 'ningún acuerdo vigente',
    unaffected: 'sin inactividad',
  },
  cut: 'Las barras llegan hasta el 200 %; la etiqueta muestra el valor completo.',
};

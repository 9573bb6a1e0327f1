/** Spanish words of computed figures: the numbers and the promises. */
import type { numbers as englishNumbers, promises as englishPromises } from '../en/numbers.ts';
import { pluralsOf } from '../plurals.ts';

const plural = pluralsOf('es');

export const promises: typeof englishPromises = {
  title: 'Compromisos',
  lede: 'Cada cambio que prometió un postmortem, y qué fue de él.',
  asOf: (date: string) => `A ${date}.`,
  none: 'Ningún postmortem ha prometido nada todavía.',
  state: {
    overdue: 'Vencido',
    open: 'Pendiente',
    late: 'Cumplido con retraso',
    kept: 'Cumplido a tiempo',
    dropped: 'Abandonado',
  },
  meaning: {
    overdue: 'Sin hacer, y el día ha pasado.',
    open: 'Sin hacer, y aún no ha vencido.',
    late: 'Hecho después del día prometido.',
    kept: 'Hecho a más tardar el día prometido.',
    dropped: 'No se hará; se da el motivo.',
  },
  byService: 'Por servicio',
  byYear: 'Por el año en que vencen',
  narrow: 'Otras listas de compromisos',
  current: 'Todos los pendientes y los últimos de los demás',
  ofService: (service: string) => `Compromisos sobre ${service}`,
  aboutService: (service: string) => `${service}: qué acordamos y qué salió mal`,
  ofYear: (year: string) => `Compromisos para ${year}`,
  count: (count: number, formatted: string) =>
    plural(count, { one: `${formatted} compromiso.`, other: `${formatted} compromisos.` }),
  shortened: (shown: string, all: string) => `Se muestran ${shown} de ${all}; las listas de abajo los tienen todos.`,
  from: 'Prometido en',
  calendar: 'Las fechas límite de los compromisos pendientes como calendario (iCalendar)',
  calendarName: (site: string) => `${site}: compromisos`,
  moved: 'Fecha límite cambiada',
  movedOn: 'Cambiada el',
  dueBefore: 'Fecha límite anterior',
  dueNow: 'Fecha límite actual',
  movedFrom: (date: string, from: string) => `Cambiada el ${date}; la fecha límite era el ${from}.`,
  column: 'Compromiso',
  details: 'Detalles',
  difference: 'Antes o después',
  early: (days: string) => `${days} antes`,
  late: (days: string) => `${days} de retraso`,
  onTheDay: 'En la fecha límite',
  overdueBy: (days: string) => `vencido: ${days}`,
  bar: 'Todos los compromisos por estado',
  share: (kept: number, formatted: string, due: string) =>
    `De ${due} compromisos hechos o ya vencidos, ${formatted} ${plural(kept, { one: 'se cumplió', other: 'se cumplieron' })} a tiempo. Los abandonados se cuentan aparte.`,
};

export const numbers: typeof englishNumbers = {
  title: 'Cifras',
  lede: 'Los incidentes publicados, contados y desglosados. Sin promedios: las duraciones de los incidentes se parecen demasiado poco.',
  readingLede: 'De dónde salen las cifras de este sitio y qué quieren decir «aproximadamente» y «desconocido».',
  caveatsTitle: 'Qué pueden decir estas cifras y qué no',
  caveats: [
    'Cuentan los postmortems publicados, no todo lo que salió mal. Más postmortems puede significar más incidentes o más franqueza.',
    'El tiempo de detección empieza cuando se sabe que empezó el incidente. Lo que nadie descubrió nunca no está aquí.',
    'Los incidentes son pocos y distintos entre sí. Con menos de unos veinte, una diferencia entre dos medianas no dice nada.',
    'Un tiempo de resolución corto no es un fin en sí mismo, y a nadie se le mide por él.',
  ],
  incidents: 'Incidentes',
  total: (count: number, formatted: string) =>
    plural(count, {
      one: `${formatted} incidente tiene un postmortem público.`,
      other: `${formatted} incidentes tienen un postmortem público.`,
    }),
  ofYear: (year: string) => `Cifras de ${year}`,
  byYear: 'Por año de inicio',
  bySeverity: 'Por gravedad',
  byService: 'Por servicio afectado',
  byServiceNote: 'Un incidente que afectó a dos servicios cuenta para ambos.',
  byDetector: 'Por quién lo detectó',
  detector: {
    customer: 'Un cliente',
    monitoring: 'Monitorización',
    employee: 'El personal',
    partner: 'Un socio',
    unknown: 'No se sabe',
  },
  group: 'Grupo',
  count: 'Incidentes',
  detect: 'Tiempo de detección',
  detectNote: 'Del inicio al primer registro.',
  resolve: 'Tiempo de resolución',
  resolveNote: 'Del inicio a la resolución.',
  distribution: (count: number, formatted: string) =>
    plural(count, {
      one: `${formatted} incidente, un punto, en una escala en la que cada paso es varias veces el anterior.`,
      other: `${formatted} incidentes, un punto por cada uno, en una escala en la que cada paso es varias veces el anterior.`,
    }),
  gathered: (all: string, each: string) =>
    `${all} incidentes, un punto por cada ${each} aproximadamente, de duración parecida, en una escala en la que cada paso es varias veces el anterior.`,
  leftOut: (count: number, formatted: string) =>
    plural(count, {
      one: `${formatted} queda fuera, porque se desconoce una hora o el incidente no ha terminado.`,
      other: `${formatted} quedan fuera, porque se desconoce una hora o el incidente no ha terminado.`,
    }),
  aboutNote: (count: number, formatted: string) =>
    plural(count, {
      one: `${formatted} es una estimación, dibujada como anillo.`,
      other: `${formatted} son estimaciones, dibujadas como anillos.`,
    }),
  aboutGathered: (formatted: string) => `Estimaciones entre ellos: ${formatted}.`,
  median: 'Mediana',
  middleHalf: '50 % central',
  rangeOf: (from: string, to: string) => `${from} a ${to}`,
  shortest: 'El más corto',
  longest: 'El más largo',
  sample: 'Incidentes (n)',
  boxNote: 'Bajo los puntos: la mitad central de los incidentes, con un trazo en la mediana.',
  few: (formatted: string) => `Con n = ${formatted}, léase como una lista de casos y no como una tendencia.`,
  none: 'Ningún incidente tiene todavía una duración conocida de este tipo.',
  everyValue: 'Todos los valores',
  valuesOfYears: 'Todos los valores están en la página de su año.',
  incident: 'Incidente',
  duration: 'Duración',
  people: 'Personas y solicitudes',
  peopleNote:
    'La suma de los registros de todos los incidentes publicados. Quien se vio afectado dos veces cuenta dos veces.',
  sums: { users: 'Personas afectadas', accounts: 'Cuentas afectadas', supportRequests: 'Solicitudes de soporte' },
  sumLacking: (count: number, formatted: string) =>
    plural(count, { one: `${formatted} registro no lo dice.`, other: `${formatted} registros no lo dicen.` }),
};

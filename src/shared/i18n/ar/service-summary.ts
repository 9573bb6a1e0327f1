/** Words of badges and embeds: how a service stands, in Arabic. */

import type { serviceSummary as englishSummary } from '../en/service-summary.ts';
import { pluralsOf } from '../plurals.ts';

const plural = pluralsOf('ar');

export const serviceSummary: typeof englishSummary = {
  available: (percent, year) => `متاحة بنسبة ${percent} في ${year}`,
  availableSince: (percent, date) => `متاحة بنسبة ${percent} منذ ${date}`,
  notKnown: (year) => `الإتاحة في ${year} غير معروفة`,
  daysSince: (count, n, severity) =>
    plural(count, {
      zero: `أقل من يوم منذ ${severity}`,
      one: `يوم واحد منذ ${severity}`,
      two: `يومان منذ ${severity}`,
      few: `${n} أيام منذ ${severity}`,
      many: `${n} يومًا منذ ${severity}`,
      other: `${n} يوم منذ ${severity}`,
    }),
  ongoing: (severity) => `${severity}، لم ينته بعد`,
  never: (severity) => `لا حادث بخطورة «${severity}» في السجل`,
  note: 'محسوبة من التقارير المنشورة وحدها.',
  latest: 'أحدث تقرير',
  none: 'لا شيء حتى الآن.',
  elsewhere: 'في مواقع أخرى',
  elsewhereNote: 'شارة، وصفحة صغيرة لإطار. تتغيران عند بناء هذا الموقع، وتذكران يومهما.',
  badgeSource: 'الشارة، بصيغة Markdown',
  frameSource: 'الإطار، بصيغة HTML',
  title: (service) => `${service}: الوضع الآن`,
};

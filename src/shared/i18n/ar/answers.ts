/** Arabic words of what readers are told first: the way around, how things stand, what it means for them. */
import type { answers as englishAnswers } from '../en/answers.ts';
import { pluralsOf } from '../plurals.ts';

const plural = pluralsOf('ar');

export const answers: typeof englishAnswers = {
  menu: 'القائمة',

  home: {
    title: 'تقارير ما بعد الحوادث',
  },

  /** How things stand on the day of the build. */
  status: {
    label: 'الوضع الحالي',
    open: (count: number, formatted: string) =>
      plural(count, {
        zero: 'لا حوادث مفتوحة',
        one: 'حادث مفتوح واحد',
        two: 'حادثان مفتوحان',
        few: `${formatted} حوادث مفتوحة`,
        many: `${formatted} حادثًا مفتوحًا`,
        other: `${formatted} حادث مفتوح`,
      }),
    none: 'لا حوادث مفتوحة',
    lastResolved: (date: string) => `حُل آخرها في ${date}`,
    asOf: (day: string) => `حتى ${day}`,
    since: (date: string) => `منذ ${date}`,
    nextUpdate: (date: string) => `التحديث التالي في موعد أقصاه ${date}`,
    nextUpdateLate: (date: string) => `كان موعد التحديث التالي ${date}`,
    more: (count: string) => `و${count} غيرها`,
    /** Said by a script; `#` stands for how long. */
    soFar: '# حتى الآن',
  },

  /** The card under the title of a postmortem: four questions and what the record answers. */
  answer: {
    label: 'باختصار',
    over: 'هل انتهى الأمر؟',
    affected: 'هل تأثرتُ؟',
    when: 'متى كان ذلك؟',
    advice: 'ماذا عليّ أن أفعل؟',
    resolved: 'نعم، حُل',
    resolvedOn: (date: string) => `نعم، حُل في ${date}`,
    mitigated: 'انتهى الأثر، لكنه لم يُحل بعد',
    mitigatedOn: (date: string) => `انتهى الأثر في ${date}، لكنه لم يُحل بعد`,
    ongoing: (day: string) => `لا، لم يُحل حتى ${day}`,
    lasted: (duration: string) => `مدة الأثر: ${duration}`,
    lastedUnknown: 'مدة الأثر غير معروفة',
    noAdvice: 'لا يقدم هذا التقرير نصيحة للمتأثرين.',
  },

  share: {
    label: 'مشاركة',
    copyLink: 'نسخ الرابط',
    email: 'بريد إلكتروني',
    print: 'طباعة',
  },
};

/** Arabic words of what a postmortem records: times, counts, states, parts and kinds. */
import type { record as englishRecord } from '../en/record.ts';
import { pluralsOf } from '../plurals.ts';

const plural = pluralsOf('ar');

export const record: typeof englishRecord = {
  label: (name: string) => `${name}:`,
  comma: '، ',

  time: {
    at: (date: string, clock: string) => `${date}، ${clock}`,
    aboutAt: (date: string, clock: string) => `${date}، نحو ${clock}`,
    since: (from: string) => `منذ ${from}، مستمر`,
    about: (moment: string) => `نحو ${moment}`,
    unknown: 'الوقت غير معروف',
    dayUnknown: 'اليوم غير معروف',
    ongoing: 'مستمر',
    range: (from: string, to: string) => `من ${from} إلى ${to}`,
    localNote: (zone: string) => `الأوقات بتوقيت ${zone}، وبجانبها توقيتك المحلي.`,
  },

  duration: {
    underAMinute: 'أقل من دقيقة',
    about: (duration: string) => `نحو ${duration}`,
    unknown: 'غير معروفة',
    afterStart: (duration: string) => `بعد البداية: ${duration}`,
    afterFirstLog: (duration: string) => `بعد الاكتشاف: ${duration}`,
  },

  count: {
    about: (count: string) => `نحو ${count}`,
    atLeast: (count: string) => `${count} على الأقل`,
    range: (from: string, to: string) => `من ${from} إلى ${to}`,
    unknown: 'غير معروف',
    shareOf: {
      users: (percent: string) => `${percent} من المستخدمين`,
      accounts: (percent: string) => `${percent} من الحسابات`,
      supportRequests: (percent: string) => `${percent} من الطلبات`,
      window: (percent: string) => `متأثر بنسبة ${percent}`,
    },
  },

  state: {
    draft: 'مسودة',
    review: 'قيد المراجعة',
    embargoed: 'محجوب حتى موعد النشر',
    preliminary: 'أولي',
    ongoing: 'لم يُحل بعد',
    mitigated: 'انتهى الأثر',
    resolved: 'حُل',
  },

  notice: {
    preliminary: 'هذا تقرير أولي، وسيتغير كلما عُرف المزيد.',
    nextUpdateBy: (moment: string) => `آخر موعد لنشر التحديث التالي: ${moment}.`,
    nextUpdateLate: (moment: string, day: string) =>
      `كان آخر موعد لنشر التحديث التالي: ${moment}، وقد تأخّر (حتى ${day}).`,
    corrected: (date: string) => `صُحّح في ${date}:`,
    internalState: (state: string) => `الحالة: ${state}. لا تحتوي النسخة العامة على هذا التقرير.`,
    embargoed: (moment: string) => `محجوب حتى ${moment}. لا تحتويه النسخة العامة قبل ذلك.`,
  },

  postmortem: {
    kicker: 'تقرير ما بعد الحادث',
    reportError: 'الإبلاغ عن خطأ في هذا التقرير',
    published: (date: string) => `نُشر في ${date}`,
    updated: (date: string) => `حُدّث في ${date}`,
    publishedLabel: 'النشر',
    updatedLabel: 'التحديث',
    advice: 'ما يمكنك فعله',
    keyFacts: 'أهم الوقائع',
    contents: 'في هذه الصفحة',
    started: 'البداية',
    firstLogged: 'الاكتشاف',
    acknowledged: 'بدء المعالجة',
    mitigated: 'انتهاء الأثر',
    resolved: 'الحل',
    notResolved: 'ليس بعد',
    nextUpdate: 'آخر موعد للتحديث التالي',
    users: 'المستخدمون المتأثرون',
    accounts: 'الحسابات المتأثرة',
    supportRequests: 'طلبات الدعم',
    dataLoss: 'البيانات المفقودة',
    dataLossNone: 'لا شيء',
    regions: 'المناطق',
    services: 'الخدمات',
    noServices: 'لم تتأثر أي خدمة.',
    impactCaption: 'متى تأثرت كل خدمة وإلى أي حد',
    service: 'الخدمة',
    degree: 'الأثر',
    from: 'من',
    to: 'إلى',
    lasted: 'المدة',
    team: 'الفريق',
    teamDid: (team: string, did: string) => `${team}: ${did}`,
    reviewHeld: (date: string) => `عُقدت مراجعة الحادث في ${date}.`,
    customerAttended: 'شارك فيها أحد العملاء.',
    noCustomerAttended: 'لم يشارك فيها أي عميل.',
    wentWell: 'ما سار جيدًا',
    wentBadly: 'ما سار سيئًا',
    gotLucky: 'أين حالفنا الحظ',
    actionOwner: 'الفريق',
    actionDue: 'الموعد',
    actionDoneWhen: 'يُعد منجزًا عندما',
    actionDoneOn: 'أُنجز في',
    actionDroppedOn: 'تُرك في',
    actionDroppedBecause: 'سبب الترك',
    because: 'السبب',
    actionTicket: 'التذكرة',
    headingLink: 'رابط إلى هذا القسم',
    copyCode: 'نسخ هذه الشيفرة',
    fullSize: 'فتح بالحجم الكامل',
    archivedCopy: 'نسخة مؤرشفة',
    archivedCopyOf: (title: string) => `${title}، نسخة مؤرشفة`,
    older: 'أقدم',
    newer: 'أحدث',
    neighbours: 'تقارير أخرى',
    internalAttendees: 'حضور المراجعة',
    internalMinutes: 'محضر المراجعة',
    internalServices: 'الخدمات الداخلية',
    internalTags: 'الوسوم الداخلية',
    internalNotes: 'ملاحظات',
  },

  part: {
    impact: 'الأثر',
    timeline: 'التسلسل الزمني',
    responders: 'من استجاب',
    trigger: 'المسبب المباشر',
    factors: 'العوامل المساهمة',
    mitigations: 'كيف عالجناه',
    lessons: 'الدروس',
    agreements: 'مستويات الخدمة (SLA)',
    actions: 'ما نغيّره',
    revisions: 'المراجعات',
    attachments: 'ملفات للتنزيل',
    references: 'المراجع',
    related: 'تقارير ذات صلة',
    internal: 'تفاصيل داخلية',
  },

  phase: {
    title: 'مراحل الحادث، بمقياس رسم',
    caption: (zone: string) =>
      `بمقياس رسم، بتوقيت ${zone}. النقاط هي أحداث التسلسل الزمني وتقود إليها. والإطار المتقطع تقدير أو مرحلة ما زالت مستمرة.`,
    events: 'الأحداث',
    name: {
      undetected: 'غير مكتشف',
      detected: 'مكتشف',
      mitigated: 'انتهى الأثر',
      resolved: 'حُل',
    },
    lasted: (phase: string, from: string, to: string, duration: string) =>
      `${phase}: من ${from} إلى ${to}، ${duration}.`,
    lasting: (phase: string, from: string) => `${phase}: منذ ${from}.`,
    moment: (phase: string, at: string) => `${phase}: ${at}.`,
  },

  detectedBy: {
    customer: 'من عميل',
    monitoring: 'من المراقبة',
    employee: 'من موظف',
    partner: 'من شريك',
    unknown: 'لا يُعرف ممن',
  },
  detectedByTeam: (by: string, team: string) => `${by} (${team})`,

  level: { down: 'متوقفة', partial: 'معطلة جزئيًا', degraded: 'متراجعة الأداء' },

  timeline: { at: 'الوقت', kind: 'النوع', what: 'ما حدث' },
  timelineKind: {
    trigger: 'المسبب',
    detection: 'الاكتشاف',
    escalation: 'التصعيد',
    response: 'الاستجابة',
    diagnosis: 'التشخيص',
    mitigation: 'التخفيف',
    communication: 'التواصل',
    recovery: 'التعافي',
    note: 'ملاحظة',
  },

  actionKind: {
    fix: 'إصلاح',
    mitigation: 'تخفيف',
    observability: 'قابلية الرصد',
    process: 'إجراءات العمل',
  },

  actionState: { open: 'مفتوح', done: 'منجز', dropped: 'متروك' },
  actionDoneLate: (days, formatted) =>
    plural(days, {
      one: 'منجز، بتأخر يوم واحد',
      two: 'منجز، بتأخر يومين',
      few: `منجز، بتأخر ${formatted} أيام`,
      many: `منجز، بتأخر ${formatted} يومًا`,
      other: `منجز، بتأخر ${formatted} يوم`,
    }),

  revisionKind: {
    correction: 'تصحيح',
    update: 'تحديث',
    final: 'النسخة النهائية',
  },
};

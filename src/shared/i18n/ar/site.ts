/** Arabic words of what stands around postmortems: navigation, lists, search. */
import type { site as englishSite } from '../en/site.ts';
import { pluralsOf } from '../plurals.ts';

const plural = pluralsOf('ar');

export const site: typeof englishSite = {
  skipToContent: 'انتقل إلى المحتوى',
  internalBanner: 'النسخة الداخلية',
  internalBannerNote: 'تحتوي معلومات سرية. لا تشاركها خارج الشركة.',
  internalTitle: (title: string) => `[النسخة الداخلية] ${title}`,
  internalLabel: 'داخلي',
  pageOf: (title: string, site: string) => `${title} · ${site}`,

  table: 'جدول',

  nav: {
    label: 'القائمة الرئيسية',
    archive: 'الأرشيف',
    services: 'الخدمات',
    tags: 'الوسوم',
    numbers: 'الأرقام',
    promises: 'الالتزامات',
    search: 'البحث',
    readingTheFigures: 'كيف نقيس',
    footer: 'عن هذا الموقع',
  },

  /** Of one site in several languages. */
  translation: {
    languages: 'اللغات',
    missing: 'لم يُترجم هذا التقرير بعد. تُعرض روايته باللغة التي كُتبت بها.',
    original: (language: string) => `اقرأ الأصل (${language})`,
    corrected: (date: string) => `صُحّح الأصل في ${date}، بعد هذه الترجمة.`,
    changed: (date: string) => `عُدّل الأصل في ${date}، بعد هذه الترجمة.`,
  },

  home: {
    intro: (organisation: string) =>
      `هذه تقارير ما بعد الحوادث الصادرة عن ${organisation}. يذكر كل تقرير ما حدث، ومن تأثر ولأي مدة، وما يُفعل كي لا يتكرر.`,
    searchLabel: 'البحث في التقارير',
    searchButton: 'بحث',
    latest: 'أحدث التقارير',
    all: (count: string) => `كل التقارير (${count})`,
    byService: 'حسب الخدمة',
    byYear: 'حسب السنة',
    bySeverity: 'حسب الخطورة',
  },

  list: {
    pages: 'صفحات هذه القائمة',
    none: 'لا توجد تقارير هنا بعد.',
    count: (count: number, formatted: string) =>
      plural(count, {
        zero: 'لا تقارير',
        one: 'تقرير واحد',
        two: 'تقريران',
        few: `${formatted} تقارير`,
        many: `${formatted} تقريرًا`,
        other: `${formatted} تقرير`,
      }),
    lasted: (duration: string) => `المدة: ${duration}`,
    logged: (date: string) => `اكتُشف في ${date}`,
    published: (date: string) => `نُشر في ${date}`,
  },

  archive: {
    title: 'الأرشيف',
    lede: 'كل التقارير، حسب السنة التي بدأ فيها الحادث.',
    year: (year: string) => `تقارير سنة ${year}`,
    allOfYear: (count: string, year: string) => `كل تقارير ${year} (${count})`,
    otherYears: 'سنوات أخرى',
  },

  services: {
    title: 'الخدمات',
    lede: 'ما نشغّله، وما نعد به بشأنه، وما تعطّل.',
    agreements: 'مستويات الخدمة (SLA)',
    noAgreements: 'لا توجد لهذه الخدمة اتفاقية مستوى خدمة منشورة.',
    postmortems: 'التقارير',
    since: (date: string) => `في الخدمة منذ ${date}.`,
    internal: 'خدمة داخلية',
    months: 'التأثير حسب الشهر',
    noImpact: 'لا تأثير',
    withoutImpact: (clean: string, all: string) => `لا تأثير في ${clean} من ${all} شهرًا.`,
    notBegun: 'قبل بدايتها',
    otherGroup: 'خدمات أخرى',
    openPromises: (count: number, n: string) =>
      plural(count, {
        zero: 'لا التزامات مفتوحة',
        one: 'التزام مفتوح واحد',
        two: 'التزامان مفتوحان',
        few: `${n} التزامات مفتوحة`,
        many: `${n} التزامًا مفتوحًا`,
        other: `${n} التزام مفتوح`,
      }),
  },

  tags: {
    title: 'الوسوم',
    lede: 'التقارير حسب الموضوع.',
    tagged: (tag: string) => `الوسم «${tag}»`,
    none: 'لا يحمل أي تقرير وسمًا بعد.',
  },

  severity: {
    label: 'الخطورة',
    title: (name: string) => `الخطورة: ${name}`,
  },

  notFound: {
    title: 'الصفحة غير موجودة',
    lede: 'لا توجد صفحة على هذا العنوان. ربما نُقلت، أو كُتب العنوان خطأً.',
    suggestion: 'يسرد الأرشيف كل التقارير.',
  },

  moved: {
    title: 'نُقلت هذه الصفحة',
    to: 'هي الآن هنا:',
  },

  card: {
    alt: ({ title, severity, rest, site }) => `${title}. ${severity}، ${rest}. ${site}.`,
  },

  search: {
    title: 'البحث',
    button: 'بحث',
    filters: 'عوامل التصفية',
    moreFilters: 'المزيد من عوامل التصفية',
    any: 'الكل',
    sort: 'الترتيب حسب',
    noScript: 'يحتاج البحث إلى JavaScript، وهي معطّلة هنا. يمكن الوصول إلى كل التقارير من دونها:',
    noScriptArchive: 'الأرشيف، حسب السنة',
    noScriptTags: 'الوسوم',
    noScriptServices: 'الخدمات',
    more: 'عرض المزيد',
    older: 'البحث في التقارير الأقدم',
    clear: 'مسح عوامل التصفية',
    filterNames: {
      service: 'الخدمة',
      severity: 'الخطورة',
      year: 'السنة',
      tag: 'الوسم',
      agreement: 'SLA',
      detection: 'اكتشفه',
    },
    keys: 'اضغط / في أي صفحة للبحث، و↓ للانتقال إلى النتائج.',
    useKey: 'استخدام المفتاح /',
    sortNames: { relevance: 'الأكثر صلة', newest: 'الأحدث', longest: 'الأطول', users: 'الأكثر متأثرين' },
    found: {
      zero: 'لم يُعثر على تقارير (#).',
      one: 'عُثر على تقرير واحد (#).',
      two: 'عُثر على تقريرين (#).',
      few: 'عُثر على # تقارير.',
      many: 'عُثر على # تقريرًا.',
      other: 'عُثر على # تقرير.',
    },
    notOlder: 'لم تُبحث التقارير الأقدم بعد.',
    none: 'لا نتائج عن «#». تحقق من الإملاء، أو امسح عوامل التصفية.',
    closest: 'لا تطابق تام. الأقرب: «#».',
    empty: 'لم تُنشر تقارير بعد.',
    searching: 'جارٍ البحث…',
    failed: 'تعذّر تحميل البحث. يسرد الأرشيف كل التقارير.',
  },
};

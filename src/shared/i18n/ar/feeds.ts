/** Arabic words of the feeds and of the page that explains them. */
import type { feeds as englishFeeds } from '../en/feeds.ts';

export const feeds: typeof englishFeeds = {
  all: (site: string) => site,
  allDescription: (organisation: string) => `مدخل لكل تقرير من ${organisation}.`,
  updates: (site: string) => `${site}: التحديثات`,
  updatesDescription: 'مدخل لكل تقرير، ومدخل لكل تصحيح وتحديث.',
  promises: (site: string) => `${site}: الالتزامات`,
  promisesDescription: 'مدخل عند الوفاء بالتزام أو تركه، وعند تغيّر موعده.',
  promiseTitle: (event: string, what: string) => `${event}: ${what}`,
  ofService: (site: string, service: string) => `${site}: ${service}`,
  ofSeverity: (site: string, severity: string) => `${site}: ${severity}`,
  severityOfService: (severity: string, service: string) => `${severity}، ${service}`,
  narrowedDescription: (name: string) => `مدخل لكل تقرير عن ${name}.`,
  revisionTitle: (kind: string, title: string) => `${kind}: ${title}`,
  subscribe: 'الاشتراك',
  lede: 'تابع بقارئ خلاصات: لا شيء يفوت، ولا شيء يتكرر، والنص كامل في قارئك.',
  explain:
    'الخلاصة عنوان تعطيه لقارئ خلاصات مثل NetNewsWire أو Feedly أو newsboat أو Thunderbird، فيسأل العنوان بين حين وآخر ويعرض الجديد. لا حاجة إلى تسجيل، ولا يعرف أحد من يقرأ.',
  steps: [
    'اختر أدناه ما تريد متابعته وانسخ عنوانه.',
    'اختر في قارئك «إضافة خلاصة» أو «اشتراك» وألصق العنوان.',
    'هذا كل شيء. يصل الموجود فورًا، والجديد من تلقاء نفسه.',
  ],
  copy: 'نسخ',
  copied: 'نُسخ',
  copyAddress: (feed: string) => `نسخ عنوان ${feed}`,
  copyCalendar: 'نسخ عنوان تقويم الالتزامات',
  everything: 'كل شيء',
  bySeverity: 'خطورة واحدة فقط',
  byService: 'خدمة واحدة فقط',
  byServiceNote: 'افتح خدمة لترى خلاصتها وخلاصات كل درجة خطورة فيها.',
  allOfService: (service: string) => `كل ما يخص ${service}`,
  only: (severity: string, service: string) => `فقط ${severity}، ${service}`,
  moreWays: 'طرق أخرى',
  whichFormat:
    'تحتوي Atom وRSS وJSON على المداخل نفسها. العناوين أعلاه بصيغة Atom التي يعرفها كل قارئ. وتجد البرامج الباقي تحت «البيانات».',
  formats: { atom: 'Atom', rss: 'RSS', json: 'JSON' },
  opml: 'كل الخلاصات في ملف واحد للاستيراد في قارئ (OPML)',
  agreementsOnPage: 'تذكر الصفحة ما يترتب على كل اتفاقية وكيف حُسب.',
  corrections: 'يغيّر التصحيح نص المدخل في مكانه، ومعظم القارئات لا تعلن ذلك. ولمعرفة التصحيحات تابع التحديثات أيضًا.',
};

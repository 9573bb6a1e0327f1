/** Arabic words of what programs read. */
import type { data as englishData } from '../en/data.ts';

export const data: typeof englishData = {
  title: 'البيانات',
  lede: 'كل ما في هذا الموقع متاح للآلات أيضًا، ويبقى في مكانه.',
  field: 'الحقل',
  meaning: 'ما يحتويه',
  optional: (meaning: string) => `${meaning} قد يغيب.`,
  inEnglish: 'هذا الشرح متاح بالإنجليزية فقط.',
  postmortems: 'التقارير',
  allPostmortems: 'كل التقارير',
  fields: 'معاني الحقول',
};

/** Arabic words of a story’s HTML, which is made before any page. */
import type { story as englishStory } from '../en/story.ts';

export const story: typeof englishStory = {
  redacted: 'محجوب',
  internal: 'داخلي',
  note: 'ملاحظة',
  warning: 'تحذير',
  footnotes: 'الحواشي',
  backToText: 'العودة إلى النص، الحاشية',
  table: 'جدول',
  chart: {
    undetected: 'متأثر، غير مكتشف',
    detected: 'مكتشف، حتى انتهاء الأثر',
    mitigated: 'انتهى الأثر، حتى الحل',
    data: 'البيانات',
    thinned: 'رُسم وسُرد {shown} من {all} صفًا: أدنى كل مقطع وأعلاه.',
  },
};

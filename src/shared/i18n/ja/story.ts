/** Japanese words of a story’s HTML, which is made before any page. */
import type { story as englishStory } from '../en/story.ts';

export const story: typeof englishStory = {
  redacted: '非公開',
  internal: '社内限定',
  note: '注',
  warning: '警告',
  footnotes: '脚注',
  backToText: '本文へ戻る、脚注',
  table: '表',
  chart: {
    undetected: '影響あり、未検知',
    detected: '検知から影響終了まで',
    mitigated: '影響終了から解決まで',
    data: 'データ',
    thinned: '全{all}行のうち{shown}行を図と表に示しています。各区間の最小と最大です。',
  },
};

/** Japanese words of what programs read. */
import type { data as englishData } from '../en/data.ts';

export const data: typeof englishData = {
  title: 'データ',
  lede: 'このサイトのすべては機械でも読め、場所が変わることはありません。',
  field: '項目',
  meaning: '内容',
  optional: (meaning: string) => `${meaning} 省略されることがあります。`,
  inEnglish: 'この説明は英語のみです。',
  postmortems: 'ポストモーテム',
  allPostmortems: 'すべてのポストモーテム',
  fields: '項目の意味',
};

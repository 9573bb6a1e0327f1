/** Words of badges and embeds: how a service stands, in Japanese. */

import type { serviceSummary as englishSummary } from '../en/service-summary.ts';
import { pluralsOf } from '../plurals.ts';

const plural = pluralsOf('ja');

export const serviceSummary: typeof englishSummary = {
  available: (percent, year) => `${year}年の稼働率 ${percent}`,
  availableSince: (percent, date) => `${date}以降の稼働率 ${percent}`,
  notKnown: (year) => `${year}年の稼働率は不明`,
  daysSince: (count, n, severity) => plural(count, { other: `${severity}から${n}日` }),
  ongoing: (severity) => `${severity}、継続中`,
  never: (severity) => `${severity}の記録なし`,
  note: '公開されたポストモーテムだけから数えています。',
  latest: '最新のポストモーテム',
  none: 'まだありません。',
  elsewhere: 'ほかのサイトで',
  elsewhereNote:
    'バッジと、枠に入れる小さなページです。どちらもこのサイトが作られるときに変わり、いつの時点かを示します。',
  badgeSource: 'バッジ（Markdown）',
  frameSource: '枠（HTML）',
  title: (service) => `${service}の状況`,
};

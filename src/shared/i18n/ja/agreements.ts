/** Japanese words of agreements and the verdicts on them. */
import type {
  agreement as englishAgreement,
  availability as englishAvailability,
  verdict as englishVerdict,
} from '../en/agreements.ts';

export const agreement: typeof englishAgreement = {
  availability: (target: string, window: string) => `${window}ごとに${target}以上利用できること。`,
  window: {
    'calendar-month': '暦月',
    'calendar-quarter': '暦四半期',
    'rolling-30-days': '30日間',
  },
  timezone: (zone: string) => `月と四半期は${zone}の午前0時に始まります。`,
  weight: (level: string, weight: string) => `${level}（${weight}）`,
  weights: (weights: string) => `1分ごとの数え方：${weights}。`,
  weightFull: '全部',
  weightNone: '数えない',
  weightShare: '影響を受けた割合',
  excludesMaintenance: '予告されたメンテナンスは除きます。',
  credit: (below: string, percent: string) => `${below}を下回ると、料金の${percent}が返金されます。`,
  acknowledge: (severity: string, within: string) =>
    `重大度「${severity}」のインシデントには、最初の記録から${within}以内に対応を始めます。`,
  resolve: (severity: string, within: string) =>
    `重大度「${severity}」のインシデントは、最初の記録から${within}以内に解決します。`,
  publish: (within: string) => `ポストモーテムは解決から${within}以内に公開します。`,
  publishSeverity: (severity: string, within: string) =>
    `重大度「${severity}」のインシデントのポストモーテムは、解決から${within}以内に公開します。`,
  aroundTheClock: '24時間365日計測します。',
  hours: (hours: string) => `時間は次の間だけ数えます：${hours}。`,
  holidays: (dates: string) => `次の日は数えません：${dates}。`,
  since: (date: string) => `${date}から有効。`,
  sinceUntil: (from: string, until: string) => `${from}から${until}まで有効。`,
};

export const verdict: typeof englishVerdict = {
  outcome: { met: '達成', breached: '未達', unknown: '不明' },
  lede: 'サービスのすべてのポストモーテムに記録された時刻から計算しています。判定を手で入力することはありません。',
  caption: (service: string) => `このインシデントが関わった${service}の合意`,
  agreement: '合意',
  verdict: '結果',
  measured: '実測',
  target: '目標',
  used: '停止時間／許容時間',
  share: 'このインシデントが使った予算',
  credit: '返金',
  kind: {
    availability: (window: string) => `可用性、${window}`,
    acknowledge: (_: string) => '対応開始',
    resolve: (_: string) => '解決',
    publish: (_: string) => '公開',
  },
  rolling: (last: string) => `${last}までの30日間`,
  theRolling: (last: string) => `${last}までの30日間`,
  partOf: (first: string, last: string) => `${first}～${last}`,
  atLeastPercent: (target: string) => `${target}以上`,
  within: (duration: string) => `${duration}以内`,
  atMost: (value: string) => `最大で${value}`,
  atLeast: (value: string) => `少なくとも${value}`,
  soFar: (value: string) => `現時点で${value}`,
  minutesOf: (used: string, allowed: string) => `${used}／${allowed}分`,
  noCredit: 'なし',
  credited: (percent: string) => `料金の${percent}`,
  notApplicable: '–',
  notYet: '期間中',
  rules: '計算方法',
  ruleWindow: (window: string, minutes: string, percent: string, allowed: string, used: string) =>
    `${window}の測定対象は${minutes}分です。そのうち${percent}、つまり${allowed}分まで失われてもよく、影響を受けた各分を重みで数えると${used}分が失われました。`,
  ruleRolling: '影響の続いた間に終わった30日間のうち、最も悪いものです。',
  ruleOverlap:
    '二つのポストモーテムに共通する影響は、重いほうの重みで一度だけ数え、それぞれ自身の影響としても数えます。',
  ruleClock: (used: string, allowed: string) => `かかった時間は${used}、許容は${allowed}です。`,
  ruleClockOpen: (used: string, allowed: string) => `これまでにかかった時間は${used}、許容は${allowed}です。`,
  aboutNote: '計算に使った時刻に推定のものがあります。',
  missing: {
    'window-end': (until: string) => `期間は${until}まで終わりません。`,
    windows: (_: string) => 'サービスがいつ影響を受けたかは記録されていません。',
    'impact-begin': (title: string) => `「${title}」の影響がいつ始まったかは不明です。`,
    'impact-end': (title: string) => `「${title}」の影響がいつ終わるかは不明です。`,
    share: (title: string) => `「${title}」で影響を受けた割合は不明です。`,
    firstLogged: (_: string) => 'インシデントが最初に記録された時刻は不明です。',
    acknowledged: (_: string) => 'インシデントへの対応が始まった時刻は不明です。',
    resolved: (_: string) => 'インシデントは未解決か、解決した時刻が不明です。',
  },
};

export const availability: typeof englishAvailability = {
  title: '可用性',
  lede: '公開されたインシデントが、過去24か月に各エラーバジェットをどれだけ使ったか。サービスや合意が始まる前の月は空欄です。',
  limited: '公開されたポストモーテムのあるインシデントだけを数えます。',
  chartTitle: (window: string, target: string) => `${window}ごとに使われたエラーバジェット、目標${target}`,
  period: { 'calendar-month': '月', 'calendar-quarter': '四半期', 'rolling-30-days': '月' },
  summary: (met: string, breached: string, unknown: string, empty: string) =>
    `達成${met}、未達${breached}、判定不能${unknown}、合意なし${empty}。すべての数値は下の表にあります。`,
  limit: '予算の全体',
  table: 'すべての数値。',
  tableSummary: (window: string) => `${window}ごとのすべての数値`,
  columns: {
    period: '期間',
    available: '可用性',
    used: '停止時間／許容時間',
    verdict: '結果',
    behind: 'ポストモーテム',
  },
  notInForce: '対象外',
  quarter: (number: number, year: string) => `${year}年第${number}四半期`,
  rollingNote: '各月は、その月に終わった30日間のうち最も悪いものを示します。',
  legend: {
    met: '予算内',
    breached: '予算超過',
    unknown: '不明、または期間中',
    empty: '有効な合意なし',
    unaffected: '停止なし',
  },
  cut: '棒は200%までです。ラベルは全体の値です。',
};

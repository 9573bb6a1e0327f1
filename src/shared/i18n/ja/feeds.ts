/** Japanese words of the feeds and of the page that explains them. */
import type { feeds as englishFeeds } from '../en/feeds.ts';

export const feeds: typeof englishFeeds = {
  all: (site: string) => site,
  allDescription: (organisation: string) => `${organisation}のポストモーテムごとに一つの項目。`,
  updates: (site: string) => `${site}：更新`,
  updatesDescription: 'ポストモーテムごとに一つ、訂正と更新ごとに一つの項目。',
  promises: (site: string) => `${site}：約束`,
  promisesDescription: '約束が果たされたとき、中止されたとき、期限が変わったときに一つの項目。',
  promiseTitle: (event: string, what: string) => `${event}：${what}`,
  ofService: (site: string, service: string) => `${site}：${service}`,
  ofSeverity: (site: string, severity: string) => `${site}：${severity}`,
  severityOfService: (severity: string, service: string) => `${service}の${severity}`,
  narrowedDescription: (name: string) => `${name}のポストモーテムごとに一つの項目。`,
  revisionTitle: (kind: string, title: string) => `${kind}：${title}`,
  subscribe: '購読',
  lede: 'フィードリーダーで購読できます。見逃しも重複もなく、全文がリーダーに届きます。',
  explain:
    'フィードとは、NetNewsWire、Feedly、newsboat、Thunderbirdなどのフィードリーダーに登録するアドレスです。リーダーはときどきこのアドレスを確認し、新しいものを表示します。会員登録は不要で、誰が読んでいるかは誰にも分かりません。',
  steps: [
    '下から購読したいものを選び、アドレスをコピーします。',
    'リーダーで「フィードを追加」または「購読」を選び、アドレスを貼り付けます。',
    'これで完了です。既にあるものはすぐに、新しいものは自動で届きます。',
  ],
  copy: 'コピー',
  copied: 'コピーしました',
  copyAddress: (feed: string) => `${feed}のアドレスをコピー`,
  copyCalendar: '約束のカレンダーのアドレスをコピー',
  everything: 'すべて',
  bySeverity: '一つの重大度のみ',
  byService: '一つのサービスのみ',
  byServiceNote: 'サービスを開くと、そのフィードと重大度ごとのフィードがあります。',
  allOfService: (service: string) => `${service}のすべて`,
  only: (severity: string, service: string) => `${service}の${severity}のみ`,
  readOnSite: 'サイトで読む',
  leaveList: 'この配信を停止する',
  moreWays: 'ほかの方法',
  whichFormat:
    'Atom、RSS、JSONの内容は同じです。上のアドレスは、どのリーダーでも読めるAtomです。プログラム向けのものは「データ」にあります。',
  formats: { atom: 'Atom', rss: 'RSS', json: 'JSON' },
  opml: 'リーダーに読み込むための、すべてのフィードをまとめたファイル（OPML）',
  agreementsOnPage: '各合意の判定と計算方法は、ページに記しています。',
  corrections:
    '訂正は項目の文章をその場で書き換えますが、多くのリーダーはそれを知らせません。訂正を知りたい場合は、更新のフィードも購読してください。',
};

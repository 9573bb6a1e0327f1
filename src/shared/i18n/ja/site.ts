/** Japanese words of what stands around postmortems: navigation, lists, search. */
import type { site as englishSite } from '../en/site.ts';

export const site: typeof englishSite = {
  skipToContent: '本文へ移動',
  internalBanner: '社内版',
  internalBannerNote: '機密情報を含みます。社外に共有しないでください。',
  internalTitle: (title: string) => `[社内版] ${title}`,
  internalLabel: '社内限定',
  pageOf: (title: string, site: string) => `${title} · ${site}`,

  table: '表',

  nav: {
    label: 'メインメニュー',
    archive: 'アーカイブ',
    services: 'サービス',
    tags: 'タグ',
    numbers: '統計',
    promises: '約束',
    search: '検索',
    readingTheFigures: '測定方法',
    footer: 'このサイトについて',
  },

  /** Of one site in several languages. */
  translation: {
    languages: '言語',
    missing: 'このポストモーテムはまだ翻訳されていません。本文は書かれた言語のまま表示しています。',
    original: (language: string) => `原文を読む（${language}）`,
    corrected: (date: string) => `原文は、この翻訳の後、${date}に訂正されました。`,
    changed: (date: string) => `原文は、この翻訳の後、${date}に変更されました。`,
  },

  home: {
    intro: (organisation: string) =>
      `${organisation}のポストモーテムです。何が起きたか、誰がどれだけの間影響を受けたか、再発を防ぐために何をしているかを記しています。`,
    searchLabel: 'ポストモーテムを検索',
    searchButton: '検索',
    latest: '最新のポストモーテム',
    all: (count: string) => `すべてのポストモーテム（${count}件）`,
    byService: 'サービス別',
    byYear: '年別',
    bySeverity: '重大度別',
  },

  list: {
    pages: 'この一覧のページ',
    none: 'ここにはまだポストモーテムがありません。',
    count: (_: number, formatted: string) => `ポストモーテム${formatted}件`,
    lasted: (duration: string) => `継続時間：${duration}`,
    logged: (date: string) => `${date}に検知`,
    published: (date: string) => `${date}公開`,
  },

  archive: {
    title: 'アーカイブ',
    lede: 'すべてのポストモーテムを、インシデントが始まった年ごとに並べています。',
    year: (year: string) => `${year}年のポストモーテム`,
    allOfYear: (count: string, year: string) => `${year}年のすべて（${count}件）`,
    otherYears: 'ほかの年',
  },

  services: {
    title: 'サービス',
    lede: '当社が運用しているもの、それについての約束、そして起きた問題。',
    agreements: 'サービスレベル（SLA）',
    noAgreements: 'このサービスについて公開されているSLAはありません。',
    postmortems: 'ポストモーテム',
    since: (date: string) => `${date}から提供。`,
    internal: '社内サービス',
    months: '月別の影響',
    noImpact: '影響なし',
    withoutImpact: (clean: string, all: string) => `${all}か月のうち${clean}か月は影響なし。`,
    notBegun: '提供開始前',
    otherGroup: 'その他のサービス',
    openPromises: (_: number, n: string) => `未完了の約束${n}件`,
  },

  tags: {
    title: 'タグ',
    lede: '話題別のポストモーテム。',
    tagged: (tag: string) => `タグ「${tag}」`,
    none: 'タグの付いたポストモーテムはまだありません。',
  },

  severity: {
    label: '重大度',
    title: (name: string) => `重大度：${name}`,
  },

  notFound: {
    title: 'ページが見つかりません',
    lede: 'このアドレスにページはありません。移動したか、アドレスが間違っている可能性があります。',
    suggestion: 'アーカイブにすべてのポストモーテムがあります。',
  },

  moved: {
    title: 'このページは移動しました',
    to: '現在のアドレス：',
  },

  card: {
    alt: ({ title, severity, rest, site }) => `${title}。${severity}、${rest}。${site}。`,
  },

  search: {
    title: '検索',
    button: '検索',
    filters: '絞り込み',
    moreFilters: 'その他の絞り込み',
    any: 'すべて',
    sort: '並び順',
    noScript:
      '検索にはJavaScriptが必要ですが、無効になっています。検索しなくても、すべてのポストモーテムを次から開けます。',
    noScriptArchive: '年別のアーカイブ',
    noScriptTags: 'タグ',
    noScriptServices: 'サービス',
    more: 'さらに表示',
    older: 'さらに古いものを検索',
    clear: '絞り込みを解除',
    filterNames: {
      service: 'サービス',
      severity: '重大度',
      year: '年',
      tag: 'タグ',
      agreement: 'SLA',
      detection: '検知した者',
    },
    keys: 'どのページでも / で検索、↓ で結果に移動します。',
    useKey: '/ キーを使う',
    sortNames: { relevance: '関連度順', newest: '新しい順', longest: '長い順', users: '影響人数の多い順' },
    found: { other: 'ポストモーテムが#件見つかりました。' },
    notOlder: 'これより古いものはまだ検索していません。',
    none: '「#」に一致する結果はありません。つづりを確かめるか、絞り込みを解除してください。',
    closest: '完全に一致するものはありません。最も近い語：「#」。',
    empty: '公開されたポストモーテムはまだありません。',
    searching: '検索しています…',
    failed: '検索を読み込めませんでした。アーカイブにすべてのポストモーテムがあります。',
  },
};

/** Japanese words of what readers are told first: the way around, how things stand, what it means for them. */
import type { answers as englishAnswers } from '../en/answers.ts';

export const answers: typeof englishAnswers = {
  menu: 'メニュー',

  home: {
    title: 'インシデントのポストモーテム',
  },

  /** How things stand on the day of the build. */
  status: {
    label: '現在の状況',
    open: (_: number, formatted: string) => `対応中のインシデント${formatted}件`,
    none: '対応中のインシデントはありません',
    lastResolved: (date: string) => `直近の解決は${date}`,
    asOf: (day: string) => `${day}時点`,
    since: (date: string) => `${date}から`,
    nextUpdate: (date: string) => `次の更新は${date}まで`,
    nextUpdateLate: (date: string) => `次の更新の期限は${date}でした`,
    more: (count: string) => `ほか${count}件`,
    /** Said by a script; `#` stands for how long. */
    soFar: 'これまで#',
  },

  /** The card under the title of a postmortem: four questions and what the record answers. */
  answer: {
    label: '要点',
    over: 'もう終わりましたか',
    affected: '影響を受けましたか',
    when: 'いつのことですか',
    advice: '何をすればよいですか',
    resolved: 'はい、解決済みです',
    resolvedOn: (date: string) => `はい、${date}に解決しました`,
    mitigated: '影響は終わりましたが、まだ解決していません',
    mitigatedOn: (date: string) => `影響は${date}に終わりましたが、まだ解決していません`,
    ongoing: (day: string) => `いいえ、${day}時点で未解決です`,
    lasted: (duration: string) => `影響の継続時間：${duration}`,
    lastedUnknown: '影響が続いた時間は不明です',
    noAdvice: 'このポストモーテムには、影響を受けた方への案内はありません。',
  },

  share: {
    label: '共有',
    copyLink: 'リンクをコピー',
    email: 'メール',
    print: '印刷',
  },
};

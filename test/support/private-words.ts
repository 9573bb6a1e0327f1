/** Names and terms in many scripts, and sentences that hold one as people write them there. */
import type { Random } from '../../bench/random.ts';
import { type Policy, peopleSchema, redactionSchema } from '../../src/shared/redaction/policy-schema.ts';

const because = 'It is not announced.';

export const scriptPolicy: Policy = {
  people: peopleSchema.parse({
    'h-yamada': { name: '山田太郎', role: '当番の技術者', aliases: ['ヤマタロウ'] },
    'w-xiao': { name: '王小明', role: '值班工程师' },
    'k-minsu': { name: '김민수', role: '담당자' },
    's-jaidee': { name: 'สมชาย ใจดี', role: 'วิศวกร' },
    'a-qasimi': { name: 'أحمد القاسمي', role: 'المهندس' },
    'j-nunez': { name: 'José Núñez', role: 'the engineer' },
    't-mueller': { name: 'Tobias Müllerhof', role: 'the engineer' },
  }),
  redaction: redactionSchema.parse({
    terms: ['青い狐', '蓝狐计划', '푸른여우', 'โครงการจิ้งจอก', 'كوستريل', 'Quagga', 'Zürich Café', 'Blue Fox'].map(
      (term) => ({
        term,
        because,
      }),
    ),
    hosts: ['*.quagga-core.example'],
    patterns: [{ name: 'Change numbers', pattern: 'chg-\\d{4,}', because }],
    tags: ['quagga-only'],
    allow: [],
  }),
};

interface Language {
  names: readonly string[];
  /** Sentences with `{}` where the name stands, which neither YAML nor Markdown reads otherwise. */
  frames: readonly string[];
}

const languages: Readonly<Record<string, Language>> = {
  Japanese: {
    names: ['山田太郎', 'ヤマタロウ', '青い狐'],
    frames: ['担当の{}が設定を変更した。', '昨日{}の注文が失敗した。', '原因は{}。', '{}さんも手伝った。'],
  },
  Chinese: {
    names: ['王小明', '蓝狐计划'],
    frames: ['值班工程师{}修改了配置。', '昨天{}的订单失败了。', '由{}负责的服务停止了。'],
  },
  Korean: {
    names: ['김민수', '푸른여우'],
    frames: [
      '{}가 설정을 변경했다.',
      '담당자 {}에게 알렸다.',
      '어제 {}의 주문이 실패했다.',
      '{}님께서 확인했다.',
      '원인은 {}',
    ],
  },
  Thai: { names: ['สมชาย ใจดี', 'โครงการจิ้งจอก'], frames: ['เมื่อวาน{}แก้ไขระบบ', 'คำสั่งของ{}ล้มเหลว', '{}'] },
  Arabic: {
    names: ['أحمد القاسمي', 'كوستريل'],
    frames: ['فشل {} أمس', 'قال {} ان الخدمة توقفت', 'حساب ل{} توقف', 'توقف و{} معا'],
  },
  German: {
    names: ['Quagga', 'Tobias Müllerhof', 'Tobias Muellerhof', 'Tobias Mullerhof'],
    frames: [
      'Das {}projekt stand still.',
      'Die Lage von {} war klar.',
      'Das alte {} war es.',
      '{}s Konto war gesperrt.',
    ],
  },
  'a language with accents': {
    names: ['José Núñez', 'Jose Nunez', 'JOSÉ NÚÑEZ', 'Zürich Café', 'Zurich Cafe', 'zurich-cafe'],
    frames: ['Por la tarde {} lo arregló.', 'It was {} that failed.', 'Fue {}'],
  },
  English: {
    names: [
      'Blue Fox',
      'blue-fox',
      'BLUE_FOX',
      'blueFox',
      'bluefox',
      'Quagga',
      'CHG-41702',
      'db-7.quagga-core.example',
    ],
    frames: ['The {} account failed.', 'It was {} again.', 'So {}'],
  },
};

/** What neither changes what a reader sees nor may hide a name. */
const disguises: readonly ((name: string, random: Random) => string)[] = [
  (name) => name,
  (name) => name,
  (name) => name.normalize('NFD'),
  (name, random) => insert(name, '\u00ad', random),
  (name, random) => insert(name, '\u2060', random),
  (name) => name.replace(/[A-Za-z]/g, (letter) => `${letter}\u0332`),
  (name) => name.replaceAll(' ', '\u00a0'),
  (name) => name.replaceAll('-', '\u2011'),
  (name) => name.replace(/[A-Za-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
];

function insert(name: string, sign: string, random: Random): string {
  const at = random.between(1, name.length - 1);
  return name.slice(0, at) + sign + name.slice(at);
}

export interface PlantedSentence {
  language: string;
  /** As the policy or an author writes it. */
  name: string;
  /** A sentence that holds it, perhaps in disguise. */
  text: string;
}

/** A sentence that must not be published. */
export function plantedSentence(random: Random): PlantedSentence {
  const language = random.pick(Object.keys(languages));
  const { names = [], frames = [] } = languages[language] ?? {};
  const name = random.pick(names);
  const text = random.pick(frames).replace('{}', () => random.pick(disguises)(name, random));
  return { language, name, text };
}

const topics: Readonly<Record<string, readonly (readonly string[])[]>> = {
  English: [
    ['The vendor', 'A contractor', 'Our second team', 'The night shift'],
    ['unplugged', 'overwrote', 'mislabelled', 'restarted'],
    ['the backup rack', 'the signing host', 'the audit shards', 'both tape drives'],
    [
      'without telling anybody about it',
      'before the lawyers had agreed',
      'while the auditor was watching',
      'for the third time this spring',
    ],
  ],
  German: [
    ['Der Dienstleister', 'Die Nachtschicht', 'Unser zweites Team'],
    ['hat den Ersatzschrank', 'hat die Prüfdatenbank', 'hat beide Bandlaufwerke'],
    ['ohne Rücksprache abgeschaltet', 'vor der Freigabe überschrieben', 'zum dritten Mal vertauscht'],
  ],
  Japanese: [
    ['夜勤の担当者が', '外部の業者が'],
    ['予備の棚を', '監査用の装置を'],
    ['無断で停止させた', '三回も取り違えた'],
  ],
  Arabic: [
    ['المورد', 'فريق الليل'],
    ['أوقف الخادم الاحتياطي', 'حذف سجلات التدقيق'],
    ['دون إخبار أحد بذلك', 'قبل موافقة المحامين عليه'],
  ],
};

/** A sentence of ordinary words, as stands in internal parts. */
export function ordinarySentence(random: Random): { language: string; text: string } {
  const language = random.pick(Object.keys(topics));
  const parts = (topics[language] ?? []).map((choices) => random.pick(choices));
  return { language, text: parts.join(language === 'Japanese' ? '' : ' ') };
}

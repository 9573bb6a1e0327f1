/** Names and terms are found in every script, as its words are written, by the second lock and by the third. */
import { describe, expect, test } from 'vitest';
import { createPolicySearch, probeOf } from '../../../src/build/gate/policy-search.ts';
import { createFinder } from '../../../src/shared/redaction/find-private-text.ts';
import type { Policy } from '../../../src/shared/redaction/policy-schema.ts';

const person = (name: string, aliases: string[] = []) => ({ name, role: 'a', roles: {}, aliases, public: false });
const term = (text: string) => ({ term: text, because: 'a' });

const policy: Policy = {
  people: {
    yamada: person('山田 太郎', ['ヤマタロウ']),
    wang: person('王小明'),
    kim: person('김민수'),
    somchai: person('สมชาย ใจดี'),
    khamla: person('ຄຳຫຼ້າ'),
    sokha: person('សុខា'),
    mueller: person('Tobias Müller'),
    nunez: person('Jose Nunez'),
    ahmed: person('أحمد القاسمي'),
    petrov: person('Иван Петров'),
    rahim: person('রহিম উদ্দিন'),
    obrien: person("Pat O'Brien"),
    loew: person('Maria Loew'),
  },
  redaction: {
    terms: [
      ...[
        '青い狐',
        '狐',
        '푸른여우',
        '바다',
        'كوستريل',
        'الثعلب الأزرق',
        'קוסטרל',
        'Kestrel',
        'Blue Fox',
        'Strasse',
      ].map(term),
      ...['Zurich Cafe', 'Пустельга', 'Łódka', 'Straße am Æther', '𠮷野家'].map(term),
      ...['Acme', 'Lynx', 'Oersted', 'Aarhus', 'AT&T', "L'Oréal", 'Кречет', 'নীল', 'ሰማያዊ', 'நீலம்', '바람'].map(term),
    ],
    hosts: [],
    patterns: [{ name: 'a', pattern: 'müll-\\d+', because: 'a' }],
    tags: [],
    files: [],
    allow: [],
  } as Policy['redaction'],
};
const find = createFinder(policy);
const search = createPolicySearch(policy, '2026-11-23');
const inGate = (text: string) => search.inText(text, probeOf(text));

describe('is found', () => {
  test.each([
    ['Japanese, a name', '担当の山田太郎が設定を変更した。'],
    ['Japanese, a name over a line end', '担当の山田\n太郎が設定を変更した。'],
    ['Japanese, torn within a name', '担当の山\n田太郎が設定を変更した。'],
    ['Japanese, a family name', '山田さんが変更した。'],
    ['Japanese, another name', 'ヤマタロウさんも手伝った。'],
    ['Japanese, in half width', 'ﾔﾏﾀﾛｳさんも手伝った。'],
    ['Japanese, a term', '昨日青い狐の注文が失敗した。'],
    ['Japanese, one character by itself', '「狐」の注文'],
    ['Japanese, with a letter beyond the first plane', '昨日𠮷野家の注文が'],
    ['Japanese, a Latin term', '昨日Kestrelが停止した。'],
    ['Chinese', '值班工程师王小明修改了配置。'],
    ['Thai', 'เมื่อวานสมชาย ใจดีแก้ไขระบบ'],
    ['Thai, a given name', 'เมื่อวานสมชายแก้ไขระบบ'],
    ['Lao', 'ມື້ວານຄຳຫຼ້າແກ້ໄຂລະບົບ'],
    ['Khmer', 'ម្សិលមិញសុខាបានកែប្រព័ន្ធ'],
    ['Korean, alone', '김민수 변경'],
    ['Korean, with a particle', '김민수가 설정을 변경했다.'],
    ['Korean, with an address and a particle', '김민수님께서 변경했다.'],
    ['Korean, with two particles', '김민수에게도 알렸다.'],
    ['Korean, in pieces', '김 민수가 변경했다.'],
    ['Korean, in jamo', '김민수가 변경했다.'.normalize('NFD')],
    ['Korean, a term', '푸른여우의 주문이 실패했다.'],
    ['Korean, before Latin', '김민수API가 멈췄다.'],
    ['Arabic, alone', 'فشل كوستريل أمس'],
    ['Arabic, with "and"', 'فشل وكوستريل أمس'],
    ['Arabic, with "in the"', 'فشل بالكوستريل أمس'],
    ['Arabic, with an ending', 'فشل كوستريلها أمس'],
    ['Arabic, with vowels', 'فشل كُوستَرِيل أمس'],
    ['Arabic, stretched', 'فشل كوستـــريل أمس'],
    ['Arabic, two words with "for the"', 'حساب للثعلب الأزرق'],
    ['Arabic, hamza left out', 'قال احمد القاسمي'],
    ['Arabic, Persian letters', 'فشل کوستریل أمس'],
    ['Hebrew, with "and the"', 'נפל והקוסטרל אתמול'],
    ['German, a compound', 'Das Kestrelprojekt stand still.'],
    ['German, the end of a compound', 'Das Altkestrel stand still.'],
    ['German, a genitive', 'Müllers Konto war gesperrt.'],
    ['German, the middle of a compound', 'Das Altkestrelprojekt stand still.'],
    ['German, umlauts of a family name in two letters', 'Herr Mueller hat es behoben.'],
    ['German, umlauts in two letters', 'Tobias Mueller hat es behoben.'],
    ['English, a plural', 'The Kestrels were down.'],
    ['English, a plural of several words', 'The Blue Foxes were down.'],
    ['English, a short plural', 'All Acmes were down.'],
    ['English, a short plural with e', 'The LYNXES were down.'],
    ['Korean, a compound', '푸른여우프로젝트가 멈췄다.'],
    ['Russian, a family name in a case', 'Это сказал Петрову инженер.'],
    ['Russian, a term in a case', 'Узел Кречетом управлялся.'],
    ['Bengali, a term with an ending', 'নীলের অর্ডার'],
    ['Bengali, a name with an ending', 'রহিমের কাজ'],
    ['Tamil, with an ending', 'நீலம்தான்'],
    ['Amharic, with an article', 'የሰማያዊው ትዕዛዝ'],
    ['Danish, one letter for two at the begin', 'At Ørsted it began.'],
    ['Danish, å for aa', 'In Århus it began.'],
    ['an apostrophe left out', 'pat obrien did it'],
    ['an apostrophe as addresses have it', 'pat-o-brien'],
    ['an apostrophe left out of a family name', 'Then OBrien did it'],
    ['an apostrophe left out of a term', 'At Loreal it began.'],
    ['spaces around &', 'The AT & T account'],
    ['Cyrillic, a case', 'Команда «Пустельга» и пустельгаты'],
    ['Spanish, with accents', 'José Núñez lo arregló.'],
    ['accents of a term', 'At Zürich Café it began.'],
    ['ß for ss', 'Die Straße war zu.'],
    ['letters without a decomposition', 'Lodka sank; strasse am aether.'],
    ['lines below', 'The B̲l̲u̲e̲ F̲o̲x̲ account.'],
    ['lines through', 'The B̶l̶u̶e̶ F̶o̶x̶ account.'],
    ['an enclosing circle', 'The B⃝lue Fox account.'],
    ['dots between letters', 'The B.l.u.e F.o.x account.', 'finder alone'],
    ['spaces between letters', 'The B l u e F o x account.', 'finder alone'],
    ['a row of dashes between', 'The Blue ---- Fox account.'],
    ['a typographic dash', 'The Blue–Fox account.'],
    ['a hyphen that does not break', 'The Blue\u2011Fox account.'],
    ['a pattern with an umlaut', 'In müll-17 it was, and in MÜLL-18.'],
    ['the same pattern without', 'In mull-17 it was.'],
  ])('%s', (_, text, only = '') => {
    expect(find(text)).not.toEqual([]);
    if (only === '') expect(inGate(text)).not.toEqual([]);
  });
});

describe('is no name', () => {
  test.each([
    ['one character within a word', '狐狸精的订单'],
    ['a Korean word that goes on', '바다거북이 나타났다'],
    ['a Korean word that ends so', '푸른바다'],
    ['an Arabic word of other letters', 'فشل كوستر أمس'],
    ['a Korean word of two syllables that goes on', '바람개비'],
    ['a short name without its e', 'Low water was reported.'],
    ['a Russian word that goes on', 'Петровка'],
    ['a short term in a longer word', 'acmetal'],
    ['a longer number', 'müll-'],
    ['a short term within a word', 'The fox in Foxborough'],
    ['a name part in small letters', 'jose and muller of mulled wine'],
    ['a name part that goes on', 'Josephine'],
    ['a handle within a word', 'kimchi'],
    ['single letters', 'a b c d e f'],
  ])('%s', (_, text) => {
    expect(find(text)).toEqual([]);
    expect(inGate(text)).toEqual([]);
  });
});

test('a span covers the name in its own letters', () => {
  const cut = (text: string) => find(text).map(({ start, end }) => text.slice(start, end));
  expect(cut('担当の山田\n太郎が')).toEqual(['山田\n太郎']);
  expect(cut('x José Núñez y')).toEqual(['José Núñez']);
  expect(cut('The B̲l̲u̲e̲ F̲o̲x̲ account')).toEqual(['B̲l̲u̲e̲ F̲o̲x̲']);
  expect(cut('The B.l.u.e F.o.x account')).toEqual(['B.l.u.e F.o.x']);
});

test('a handle right beside a number or a hump is told as the handle, which the engine may say', () => {
  expect(inGate('in kim9 or xmlKim').map(({ word }) => word)).toEqual(['kim', 'kim']);
});

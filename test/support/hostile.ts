/** Texts that make careless scanners slow, and a policy whose words they are made of. */
import { type Policy, peopleSchema, redactionSchema } from '../../src/shared/redaction/policy-schema.ts';

export const hostilePolicy: Policy = {
  people: peopleSchema.parse({
    bfox: { name: 'Blue Foxworth Blueson', role: 'x', aliases: ['BF'] },
    kim: { name: '김민수', role: 'x' },
    yamada: { name: '山田 太郎', role: 'x' },
    ahmed: { name: 'أحمد القاسمي', role: 'x' },
  }),
  redaction: redactionSchema.parse({
    terms: [
      { term: 'Blue Fox', because: 'x' },
      { term: 'a b a b a', because: 'x' },
      { term: '狐狐', because: 'x' },
    ],
    hosts: ['*.a.a'],
    patterns: [{ name: 'x', pattern: '(?:a+b?)+c', because: 'x' }],
    allow: [{ text: 'help@example.org', because: 'x', until: '2099-01-01' }],
  }),
};

/** Repeated, each is a text. */
export const hostileUnits: Readonly<Record<string, string>> = {
  letters: 'a',
  digits: '1',
  spaces: ' ',
  words: 'word ',
  'accents sorted back and forth': '\u0301\u0323',
  'marks of Thai and Lao': '\u0e48\u0eb8',
  'Hangul in pieces': '\u1100\u1161',
  'no spaces': '狐',
  Thai: 'กขคง',
  Korean: '김민수',
  Arabic: 'وال',
  'typographic signs': '“it’s” – ',
  'first words of a term': 'blue ',
  'a term without spaces': 'bluefox',
  'a term again and again': 'Blue Fox ',
  'letters apart': 'a.b.',
  'dots and digits': '10.',
  'signs of tokens': 'a-',
  'ends of sentences': '.,;:!?',
  'addresses allowed': 'help@example.org ',
  'addresses begun': 'a@',
  'hosts begun': 'a.a.',
  'schemes begun': 'https://',
  'percent escapes': '%2541',
  references: '&amp;',
  'references begun': '&#x',
  'escapes of scripts': '\\u00',
  'tags begun': '<a ',
  'marks begun': '<internal ',
  'marks with spaces': '<   /   ',
  'comments begun': '{/* ',
  'marks closed': '<Internal>x</Internal>\n',
  'notes begun': '[^a]: b\n\n',
  'notes mentioned': '[^a] ',
  'private keys begun': '-----begin ',
  tickets: 'pay-1 ',
  'numbers of tokens': 'db 7 ',
};

/** How a message looks in each channel: within its limits, and neutral whatever a text says. */
import { describe, expect, test } from 'vitest';
import { channelOf } from '../../../src/author/announcing/channels.ts';
import { feedDocumentSchema, messageOf } from '../../../src/author/announcing/feed-item.ts';
import { refuseAddress } from '../../../src/author/announcing/refuse-address.ts';
import type { ChannelSettings } from '../../../src/shared/announcing/announce-schema.ts';
import { announceSchema } from '../../../src/shared/announcing/announce-schema.ts';
import { toldEntry } from '../../support/told-site.ts';

const url = { env: 'URL' };
const { channels } = announceSchema.parse({
  channels: [
    { name: 'list', kind: 'email', smtp: url, from: 'us@example.org', to: ['list@example.org'] },
    { name: 'slack', kind: 'slack', url },
    { name: 'teams', kind: 'teams', url },
    { name: 'discord', kind: 'discord', url },
    { name: 'hook', kind: 'webhook', url, secret: url },
  ],
});

const hostile =
  'R&D <v2>\r\nBcc: x@example.org\u2028<!channel> <@U1> <https://a.example|b> @everyone @here <@&9> <at>all</at> **bold** _it_ `c` ~s~ [l](https://b.example) :wave: # h > q || s || <script>x</script>';

function payloadOf(settings: ChannelSettings, text: string) {
  const facts = Array.from({ length: 40 }, () => ({ name: text, value: text }));
  const item = toldEntry(1, { title: text, summary: text }, { facts });
  const feed = feedDocumentSchema.parse({ items: [item], authors: [{ name: text }], language: 'de' });
  const message = messageOf(item, feed);
  if (!message) throw new Error('The entry does not say what it is about.');
  return channelOf(settings).compose(message, settings as never);
}

const bare = /(?<!\\)[*_~`|[\]#@]/;

describe('a hostile title', () => {
  const payloads = Object.fromEntries(channels.map((settings) => [settings.kind, payloadOf(settings, hostile)]));

  test('is one line without control characters everywhere', () => {
    for (const payload of Object.values(payloads)) {
      expect(JSON.stringify(payload)).not.toMatch(/\\r|\\u2028/);
      expect(JSON.stringify(payload)).toContain('Bcc: x');
    }
    expect(payloads['email'].subject).not.toMatch(/[\r\n]/);
  });

  test('is plain text in Slack, and calls nobody', () => {
    const { text, blocks, ...rest } = payloads['slack'];
    expect(rest).toEqual({ mrkdwn: false, unfurl_links: false, unfurl_media: false });
    const { text: link, ...others } = blocks.at(-1);
    expect(others).toEqual({ type: 'section' });
    expect(link.text).toMatch(/^<https:\/\/postmortems\.example\/postmortems\/incident-1\/\|[^<>|]+>$/);
    expect(JSON.stringify([text, blocks.slice(0, -1)])).not.toMatch(/[<>]/);
    expect(JSON.stringify(blocks.slice(0, -1))).not.toContain('"mrkdwn"');
  });

  test('is a run of text in Teams, which reads no Markdown and mentions nobody', () => {
    const [{ contentType, content }] = payloads['teams'].attachments;
    expect(contentType).toBe('application/vnd.microsoft.card.adaptive');
    expect(new Set(content.body.map(({ type }: { type: string }) => type))).toEqual(new Set(['RichTextBlock']));
    expect(content).not.toHaveProperty('msteams');
  });

  test('has its signs escaped in Discord, and mentions nobody', () => {
    const { allowed_mentions, embeds } = payloads['discord'];
    expect(allowed_mentions).toEqual({ parse: [] });
    const [{ title, description }] = embeds;
    for (const text of [title, description]) expect(text.replace(/https?:\/\/[^\s<>()]+/g, '')).not.toMatch(bare);
  });

  test('is text in the HTML of a mail', () => {
    const { html, text } = payloads['email'];
    expect(html).not.toMatch(/<script|<at>|<v2>/);
    expect(html).toContain('&#x3C;v2>');
    expect(text).toContain('R&D <v2> Bcc: x@example.org <!channel>');
  });
});

describe('texts that are long', () => {
  const long = `${'Wort & <'.repeat(2000)}😀`;
  const payloads = Object.fromEntries(channels.map((settings) => [settings.kind, payloadOf(settings, long)]));

  test('keep to the limits of Slack', () => {
    const { text, blocks } = payloads['slack'];
    expect(text.length).toBeLessThanOrEqual(40_000);
    expect(blocks.length).toBeLessThanOrEqual(50);
    const [header, section, fields] = blocks;
    expect(header.text.text.length).toBeLessThanOrEqual(150);
    expect(section.text.text.length).toBeLessThanOrEqual(3000);
    expect(fields.fields).toHaveLength(10);
    for (const field of fields.fields) expect(field.text.length).toBeLessThanOrEqual(2000);
  });

  test('keep to the limits of Teams and of webhooks', () => {
    expect(Buffer.byteLength(JSON.stringify(payloads['teams']))).toBeLessThanOrEqual(20_000);
    expect(Buffer.byteLength(payloads['webhook'].body)).toBeLessThan(20_000);
  });

  test('keep to the limits of Discord', () => {
    const [embed] = payloads['discord'].embeds;
    expect(embed.title.length).toBeLessThanOrEqual(256);
    expect(embed.description.length).toBeLessThanOrEqual(4096);
    expect(embed.fields.length).toBeLessThanOrEqual(25);
    for (const { name, value } of embed.fields) {
      expect(name.length).toBeLessThanOrEqual(256);
      expect(value.length).toBeLessThanOrEqual(1024);
    }
    const texts = [embed.title, embed.description, embed.footer.text, ...embed.fields.flatMap(Object.values)];
    expect(texts.filter((text) => typeof text === 'string').join('').length).toBeLessThanOrEqual(6000);
  });

  test('keep to a subject that mail programs show', () => {
    expect(payloads['email'].subject.length).toBeLessThanOrEqual(200);
  });
});

test('words are those of the language of the site', () => {
  const [, slack] = channels;
  if (!slack) throw new Error('There is no second channel.');
  expect(JSON.stringify(payloadOf(slack, 'Titel'))).toContain('Auf der Website lesen');
});

test.each([
  ['https://hooks.example/T0KEN', undefined],
  ['http://127.0.0.1:8080/T0KEN', undefined],
  ['http://hooks.example/T0KEN', 'is no https address.'],
  ['http://127.0.0.1.hooks.example/T0KEN', 'is no https address.'],
  ['ftp://localhost/T0KEN', 'is no https address.'],
  ['T0KEN', 'is no https address.'],
  ['https://me:T0KEN@hooks.example/', 'has a user name or password before its host, which no webhook takes.'],
])(
  'the address of a webhook is one that can be called, and encrypted where it leaves the machine: %s',
  (value, reason) => {
    expect(refuseAddress(value)).toBe(reason);
  },
);

/** What each service takes from a webhook, by its published documentation: a receiver refuses everything else, as they do. */
import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { Received } from './receivers.ts';

const text = (most: number) => z.string().min(1).max(most);
const webAddress = z.url({ protocol: /^https?$/ }).max(3000);

/** Block Kit: header, section and its fields; limits of Slack's reference of blocks. */
const plainText = (most: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: text(most), emoji: z.boolean().optional() });
const markdownText = z.strictObject({ type: z.literal('mrkdwn'), text: text(3000), verbatim: z.boolean().optional() });
const slack = z.strictObject({
  text: text(40_000),
  mrkdwn: z.boolean().optional(),
  unfurl_links: z.boolean().optional(),
  unfurl_media: z.boolean().optional(),
  blocks: z
    .array(
      z.union([
        z.strictObject({ type: z.literal('header'), text: plainText(150) }),
        z.strictObject({ type: z.literal('section'), text: z.union([plainText(3000), markdownText]) }),
        z.strictObject({ type: z.literal('section'), fields: z.array(plainText(2000)).min(1).max(10) }),
      ]),
    )
    .max(50),
});

/** A message of Workflows with one Adaptive Card, version 1.4 of its schema. */
const textRun = z.strictObject({
  type: z.literal('TextRun'),
  text: z.string().min(1),
  size: z.enum(['Small', 'Default', 'Medium', 'Large', 'ExtraLarge']).optional(),
  weight: z.enum(['Lighter', 'Default', 'Bolder']).optional(),
});
const teams = z.strictObject({
  type: z.literal('message'),
  attachments: z
    .array(
      z.strictObject({
        contentType: z.literal('application/vnd.microsoft.card.adaptive'),
        content: z.strictObject({
          $schema: z.literal('http://adaptivecards.io/schemas/adaptive-card.json'),
          type: z.literal('AdaptiveCard'),
          version: z.string().regex(/^1\.[0-5]$/),
          lang: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/),
          body: z.array(z.strictObject({ type: z.literal('RichTextBlock'), inlines: z.array(textRun).min(1) })).min(1),
          actions: z
            .array(z.strictObject({ type: z.literal('Action.OpenUrl'), title: text(200), url: webAddress }))
            .max(6),
        }),
      }),
    )
    .length(1),
});

/** Execute Webhook with one embed; limits of Discord's reference of embeds. */
const discord = z.strictObject({
  allowed_mentions: z.strictObject({ parse: z.array(z.enum(['roles', 'users', 'everyone'])) }),
  embeds: z
    .array(
      z.strictObject({
        title: text(256),
        description: z.string().max(4096),
        url: webAddress,
        timestamp: z.iso.datetime(),
        footer: z.strictObject({ text: text(2048) }),
        fields: z.array(z.strictObject({ name: text(256), value: text(1024), inline: z.boolean().optional() })).max(25),
      }),
    )
    .min(1)
    .max(10),
});

/** Standard Webhooks 1.0: a type of words with dots, a moment, and data. */
const standard = z.strictObject({
  type: z.string().regex(/^[a-zA-Z0-9_]+(\.[a-zA-Z0-9_]+)*$/),
  timestamp: z.iso.datetime(),
  data: z.record(z.string(), z.unknown()),
});

export type WebhookForm = (received: Received) => boolean;

const fits = (schema: z.ZodType, most: number) => (received: Received) =>
  received.headers['content-type'] === 'application/json' &&
  Buffer.byteLength(received.body) <= most &&
  schema.safeParse(JSON.parse(received.body)).success;

/** `key`: of the signatures, in Base64. */
export function webhookForms(key: string): Record<'slack' | 'teams' | 'discord' | 'webhook', WebhookForm> {
  return {
    slack: fits(slack, 100_000),
    teams: fits(teams, 28_000),
    discord: (received) => fits(discord, 100_000)(received) && received.path.endsWith('?wait=true'),
    webhook(received) {
      const { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': signature } = received.headers;
      const signed = createHmac('sha256', Buffer.from(key, 'base64')).update(`${id}.${seconds}.${received.body}`);
      const isSigned = String(signature)
        .split(' ')
        .includes(`v1,${signed.digest('base64')}`);
      return isSigned && /^\d{10}$/.test(String(seconds)) && fits(standard, 20_000)(received);
    },
  };
}

/** `content/announce.yaml`: the channels in which people are told of new entries. INTERNAL: no word of it is published. */
import { z } from 'zod';
import { entryKinds } from '../feeds/feed-entry.ts';
import { isWebAddress } from '../incident/postmortem-schema.ts';

/** Values stand in the environment, never in the file. */
const secretRemedy = 'Write `{ env: NAME }`, and put the value into that variable of the environment.';
const secret = (meaning: string) =>
  z
    .strictObject({
      env: z
        .string()
        .regex(/^[A-Za-z_][A-Za-z0-9_]{0,99}$/, 'the name of a variable of the environment, like HOOK_URL')
        .describe('Name of the variable of the environment that holds it.'),
    })
    .meta({ remedy: secretRemedy, description: meaning });

const emailAddress = z
  .string()
  .max(254)
  .regex(/^[^\s@<>(),;:"\\[\]]+@[^\s@<>(),;:"\\[\]]+$/, 'an e-mail address alone, like postmortems@example.org');
/** Fits between `<` and `>` of a header as it is. */
const isHeaderAddress = (value: string) =>
  !/[\s<>]/.test(value) && (value.startsWith('mailto:') || (value.startsWith('https:') && isWebAddress(value)));
const names = z.array(z.string().trim().min(1)).min(1).optional();

const common = {
  name: z
    .string()
    .regex(/^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/, 'lower-case letters, digits and hyphens, like customer-list')
    .describe('Your name for the channel; the ledger knows it by this.'),
  only: z
    .strictObject({
      severities: names.describe('Severities of the site, by their ids.'),
      services: names.describe('Services, by their ids: entries about at least one of them.'),
      entries: z
        .array(z.enum(entryKinds))
        .min(1)
        .optional()
        .describe('Kinds of entries: published, revised; and of promises: kept, moved, dropped.'),
    })
    .default({})
    .describe('Which entries are told; all of them where it is absent.'),
};
const url = secret('Address of the webhook.');

export const channelSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('email').describe('A mail for each entry.'),
    ...common,
    smtp: secret('Address of the mail server, smtps://user:password@mail.example.org.'),
    from: emailAddress.describe('Who sends.'),
    to: z.array(emailAddress).min(1).describe('Who is told: your mailing list. Several do not see each other.'),
    unsubscribe: z
      .string()
      .refine(isHeaderAddress, {
        error: 'an address, like https://lists.example.org/leave or mailto:leave@example.org',
      })
      .optional()
      .describe('Where one leaves the list, for `List-Unsubscribe`.'),
    oneClick: z.boolean().default(false).describe('Whether a POST to `unsubscribe` alone is enough (RFC 8058).'),
  }),
  z.strictObject({ kind: z.literal('slack').describe('A Slack channel.'), ...common, url }),
  z.strictObject({ kind: z.literal('teams').describe('A Microsoft Teams channel, by Workflows.'), ...common, url }),
  z.strictObject({ kind: z.literal('discord').describe('A Discord channel.'), ...common, url }),
  z.strictObject({
    kind: z.literal('webhook').describe('A program of yours, by Standard Webhooks.'),
    ...common,
    url,
    secret: secret('Signs each message: whsec_ and 24 to 64 bytes in Base64.'),
  }),
]);

export const announceSchema = z
  .strictObject({ channels: z.array(channelSchema).min(1).describe('Each is told by itself.') })
  .superRefine(({ channels }, context) => {
    for (const [index, { name }] of channels.entries())
      if (channels.findIndex((other) => other.name === name) < index)
        context.addIssue({
          code: 'custom',
          path: ['channels', index, 'name'],
          message: 'is the name of another channel too.',
          params: { remedy: 'Give each channel a name of its own.' },
        });
    for (const [index, channel] of channels.entries())
      if (channel.kind === 'email' && channel.oneClick && !channel.unsubscribe?.startsWith('https:'))
        context.addIssue({
          code: 'custom',
          path: ['channels', index, 'oneClick'],
          message: 'needs an https address in `unsubscribe`.',
          params: { remedy: 'Add `unsubscribe: https://…`, or remove `oneClick`.' },
        });
  });

export type AnnounceSettings = z.output<typeof announceSchema>;
export type ChannelSettings = AnnounceSettings['channels'][number];

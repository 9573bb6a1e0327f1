/** The kinds of channels. A further one is a file in `channels/`, an entry here and a shape in the schema of the settings. */
import type { ChannelSettings } from '../../shared/announcing/announce-schema.ts';
import type { Channel } from './channel.ts';
import { discord } from './channels/discord.ts';
import { email } from './channels/email.ts';
import { slack } from './channels/slack.ts';
import { teams } from './channels/teams.ts';
import { webhook } from './channels/webhook.ts';

// biome-ignore lint/suspicious/noExplicitAny: each kind knows the payload that it composed itself.
type Channels = { [K in ChannelSettings['kind']]: Channel<K, any> };

const channels: Channels = { email, slack, teams, discord, webhook };

/** The way of the kind that these settings are of. */
export function channelOf<K extends ChannelSettings['kind']>(settings: { kind: K }): Channels[K] {
  return channels[settings.kind];
}

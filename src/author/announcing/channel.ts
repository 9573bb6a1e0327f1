/** What a kind of channel is: how a message looks there, and how it is sent. A further kind is one file like these. */
import type { ChannelSettings } from '../../shared/announcing/announce-schema.ts';
import type { Message } from './message.ts';
import type { Outcome } from './outcome.ts';

export type SettingsOf<K extends ChannelSettings['kind']> = Extract<ChannelSettings, { kind: K }>;

export interface Sending {
  /** Value of the variable of the environment that the settings name. */
  secretOf(secret: { env: string }): string;
  /** Milliseconds since 1970, read anew. */
  clock(): number;
}

export interface Channel<K extends ChannelSettings['kind'], Payload> {
  compose(message: Message, settings: SettingsOf<K>): Payload;
  /** For people, of a run that sends nothing. */
  show(payload: Payload): string;
  send(payload: Payload, settings: SettingsOf<K>, sending: Sending): Promise<Outcome>;
  /** Why a secret cannot be used, without a word of it: `whsec_…` is wanted. `undefined` where it can. */
  refuse(settings: SettingsOf<K>, secretOf: Sending['secretOf']): string | undefined;
  /** Least time between two messages, in milliseconds. */
  pace: number;
}

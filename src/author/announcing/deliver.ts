/** Tells messages in one channel, one after the other, each written down before and settled after. */
import type { ChannelSettings } from '../../shared/announcing/announce-schema.ts';
import type { Sending } from './channel.ts';
import { channelOf } from './channels.ts';
import type { Ledger } from './ledger.ts';
import type { Message } from './message.ts';
import type { Outcome } from './outcome.ts';

export interface Tools extends Sending {
  ledger: Ledger;
  /** Resolves after so many milliseconds. */
  wait(milliseconds: number): Promise<void>;
  report(line: string): void;
  complain(line: string): void;
}

/** Between two tries, in milliseconds; longest wait that another side may ask for. */
const pauses = [1000, 3000, 9000];
const longestPause = 120_000;

/** `isWell` is false where something was not told, or nobody knows. A channel that cannot be reached is not asked again in this run. */
export async function deliver(
  settings: ChannelSettings,
  messages: readonly Message[],
  tools: Tools,
): Promise<{ told: number; isWell: boolean }> {
  const { ledger, wait, report, complain } = tools;
  const channel = channelOf(settings);
  const result = { told: 0, isWell: true };
  for (const [index, message] of messages.entries()) {
    if (index > 0 && channel.pace > 0) await wait(channel.pace);
    const payload = channel.compose(message, settings as never);
    ledger.write(settings.name, { [message.id]: 'sending' });
    const outcome = await sendWithPauses(() => channel.send(payload, settings as never, tools), wait);
    ledger.write(settings.name, { [message.id]: outcome.state });
    const line = describe(settings.name, message, outcome);
    if (outcome.state === 'told' && outcome.note === undefined) {
      result.told += 1;
      report(line);
      continue;
    }
    if (outcome.state === 'told') result.told += 1;
    result.isWell = false;
    complain(line);
    if (outcome.state === 'failed' && (outcome.again || outcome.isClosed)) {
      const left = messages.length - index - 1;
      if (left > 0)
        complain(`${settings.name}: ${left} more ${left === 1 ? 'entry waits' : 'entries wait'} for the next run.`);
      break;
    }
  }
  return result;
}

async function sendWithPauses(send: () => Promise<Outcome>, wait: Tools['wait']): Promise<Outcome> {
  for (let attempt = 0; ; attempt += 1) {
    const outcome = await send();
    const pause = pauses[attempt];
    if (outcome.state !== 'failed' || !outcome.again || pause === undefined) return outcome;
    if ((outcome.waitMs ?? 0) > longestPause) return outcome;
    await wait(Math.max(pause, outcome.waitMs ?? 0));
  }
}

function describe(name: string, { title }: Message, outcome: Outcome): string {
  if (outcome.state === 'told') return `${name}: told “${title}”${outcome.note ? `, but ${outcome.note}` : ''}.`;
  if (outcome.state === 'failed')
    return `${name}: “${title}” was not told, for ${outcome.reason}. The next run tries again.`;
  return `${name}: it is not known whether “${title}” was told, for ${outcome.reason}. Look there; --retry-unknown tells it again.`;
}

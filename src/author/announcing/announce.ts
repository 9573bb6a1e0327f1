/** Finds what is new on a site, and tells it once in each channel. */
import type { AnnounceSettings, ChannelSettings } from '../../shared/announcing/announce-schema.ts';
import { AnnounceRefused } from './announce-refused.ts';
import { channelOf } from './channels.ts';
import { deliver, type Tools } from './deliver.ts';
import { type FeedItem, messageOf } from './feed-item.ts';
import { findNewEntries } from './find-new-entries.ts';
import type { Message } from './message.ts';
import type { OpenFeed, SiteFeeds } from './open-feed.ts';

export interface AnnounceRun extends Tools {
  before: SiteFeeds;
  after: SiteFeeds;
  settings: AnnounceSettings;
  isDry: boolean;
  /** Where to write the ledger as it is while all that would be sent is under way; then nothing is sent. */
  plan?: string | undefined;
  /** Resolves when the site has the entries with these ids. */
  untilDeployed(ids: ReadonlySet<string>): Promise<void>;
  retriesUnknown: boolean;
  /** With more new entries than this nothing is told. */
  most: number;
}

/** False where something was not told, or nobody knows. Throws `AnnounceRefused` before anything is sent. */
export async function announce(run: AnnounceRun): Promise<boolean> {
  const { settings, most, isDry, plan, ledger, report } = run;
  const found = await findMessages(run);
  if (found.length > most)
    throw new AnnounceRefused(
      `${found.length} entries are new, more than ${most}, and nothing was told. Where that is right, add --most ${found.length}.`,
    );
  report(
    `${found.length === 0 ? 'No entry is' : found.length === 1 ? '1 entry is' : `${found.length} entries are`} new.`,
  );
  const lost = isDry || plan !== undefined ? false : nameLost(run);
  for (const channel of settings.channels) planFor(channel, found, run);
  const byId = await findEarlier(run, found);
  const chosen = new Map(
    settings.channels.map((channel) => [channel, idsToTell(channel, run).flatMap((id) => byId.get(id) ?? [])]),
  );
  if (!isDry) await run.untilDeployed(new Set([...chosen.values()].flat().map(({ id }) => id)));
  if (plan !== undefined) {
    ledger.copyTo(plan, new Map([...chosen].map(([{ name }, wanted]) => [name, wanted.map(({ id }) => id)])));
    const planned = [...chosen.values()].flat().length;
    report(`${planned} ${planned === 1 ? 'message is' : 'messages are'} to be sent.`);
    return true;
  }
  const results = await Promise.all(
    [...chosen].map(([channel, wanted]) => {
      return isDry ? showAll(channel, wanted, run) : deliver(channel, wanted, run);
    }),
  );
  const told = results.reduce((sum, result) => sum + result.told, 0);
  report(isDry ? `${told} messages would be sent.` : `${told} ${told === 1 ? 'message was' : 'messages were'} sent.`);
  return !lost && results.every(({ isWell }) => isWell);
}

/** Of both feeds, by their dates, the oldest first. */
async function findMessages({ before, after, complain }: AnnounceRun): Promise<Message[]> {
  const updates = await messagesOf(before.updates, after.updates);
  const { promises } = before;
  if (!promises) complain('What became of promises is not told: beside the feed of before there is none of promises.');
  const kept = promises && after.promises ? await messagesOf(promises, after.promises) : [];
  return [...updates, ...kept].sort((a, b) => (a.published < b.published ? -1 : a.published > b.published ? 1 : 0));
}

async function messagesOf(before: OpenFeed, after: OpenFeed): Promise<Message[]> {
  return (await findNewEntries(before, after)).map((item) => tellable(item, after));
}

function tellable(item: FeedItem, { newest }: OpenFeed): Message {
  const message = messageOf(item, newest);
  if (!message)
    throw new AnnounceRefused('The site that --after names was built by an earlier version. Build it again.');
  return message;
}

/** What an earlier run was sending when it ended: it is named once as a failure, and from then on as unknown. */
function nameLost({ settings, ledger, retriesUnknown, complain }: AnnounceRun): boolean {
  let isLost = false;
  for (const { name } of settings.channels) {
    const sending = ledger.idsIn(name, 'sending');
    if (sending.length > 0) ledger.write(name, Object.fromEntries(sending.map((id) => [id, 'unknown'])));
    if (retriesUnknown) continue;
    isLost ||= sending.length > 0;
    for (const id of ledger.idsIn(name, 'unknown'))
      complain(`${name}: it is not known whether ${id} was told. Look there; --retry-unknown tells it again.`);
  }
  return isLost;
}

/** Written down before the first is sent, so that a later run finds what this one did not come to. */
function planFor(channel: ChannelSettings, messages: readonly Message[], { ledger }: AnnounceRun): void {
  const { name } = channel;
  const added = messages.filter(
    (message) => ledger.stateOf(name, message.id) === undefined && isWanted(message, channel),
  );
  if (added.length > 0) ledger.write(name, Object.fromEntries(added.map(({ id }) => [id, 'waiting'])));
}

function isWanted({ kind, severity, services }: Message, { only }: ChannelSettings): boolean {
  return (
    (only.entries?.includes(kind) ?? true) &&
    (only.severities?.includes(severity) ?? true) &&
    (only.services?.some((service) => services.includes(service)) ?? true)
  );
}

function idsToTell({ name }: ChannelSettings, { ledger, retriesUnknown }: AnnounceRun): string[] {
  return ledger.idsIn(name, 'waiting', 'failed', ...(retriesUnknown ? (['unknown', 'sending'] as const) : []));
}

/** The messages found, and those of earlier runs that still have to be told. What is public no more is not told. */
async function findEarlier(run: AnnounceRun, found: readonly Message[]): Promise<Map<string, Message>> {
  const { settings, ledger, after, complain } = run;
  const byId = new Map(found.map((message) => [message.id, message]));
  const missing = new Set(
    settings.channels.flatMap((channel) => idsToTell(channel, run)).filter((id) => !byId.has(id)),
  );
  let isWhole = true;
  for (const feed of [after.updates, after.promises]) {
    for (let number = (feed?.archives ?? 0) + 1; feed && number >= 1 && missing.size > 0; number -= 1) {
      const document = number > feed.archives ? feed.newest : await feed.archive(number);
      for (const item of document?.items ?? []) if (missing.delete(item.id)) byId.set(item.id, tellable(item, feed));
      isWhole &&= document !== undefined;
    }
    isWhole &&= feed !== undefined;
  }
  for (const id of missing) complain(`${id} waited to be told, and is public no more.`);
  // It is new once more where it comes back; until then nobody looks for it.
  if (isWhole) for (const { name } of settings.channels) ledger.forget(name, missing);
  return byId;
}

async function showAll(channel: ChannelSettings, messages: readonly Message[], { report }: AnnounceRun) {
  const { compose, show } = channelOf(channel);
  for (const message of messages)
    report(`\n${channel.name} (${channel.kind}): “${message.title}”\n\n${show(compose(message, channel as never))}`);
  return { told: messages.length, isWell: true };
}

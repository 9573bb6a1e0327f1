/** A site to tell of, with real receivers, and the command line over it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { run } from '../../src/cli/main.ts';
import { removeFolder, temporaryFolder } from './build.ts';
import { type HttpReceiver, receiveHttp, receiveMail, type SmtpReceiver } from './receivers.ts';
import { toldEntry, writeFeeds, writeToldSite } from './told-site.ts';
import { webhookForms } from './webhook-forms.ts';

export const key = Buffer.from('a secret of thirty-two bytes, ok').toString('base64');
export const webhook = '{ name: partners, kind: webhook, url: { env: HOOK_URL }, secret: { env: HOOK_SECRET } }';
export const slack = '{ name: chat, kind: slack, url: { env: CHAT_URL } }';
export const teams = '{ name: support, kind: teams, url: { env: TEAMS_URL } }';
export const discord = '{ name: community, kind: discord, url: { env: DISCORD_URL } }';
export const mail =
  '{ name: list, kind: email, smtp: { env: SMTP_URL }, from: postmortems@example.org, to: [customers@example.org] }';

interface Said {
  code: number;
  out: string;
  error: string;
}

interface Telling {
  site: string;
  http: HttpReceiver;
  smtp: SmtpReceiver;
  at(...path: string[]): string;
  /** Channels of the ledger. */
  ledger(): Record<string, Record<string, string>>;
  /** `candor announce` with the folders of this site, secrets in the environment. */
  announce(...args: string[]): Promise<Said>;
  /** `candor announce` with these words alone. */
  call(...args: string[]): Promise<Said>;
  /** A site with three entries of which the last is new. */
  newest(announceYaml: string, changes?: Parameters<typeof toldEntry>[1]): void;
  close(): Promise<void>;
}

/** One for each test of the file that calls this, closed after it. */
export function useTelling(): Omit<Telling, 'close'> {
  let telling: Telling;
  beforeEach(async () => {
    telling = await openTelling();
  });
  afterEach(() => telling.close());
  return {
    get site() {
      return telling.site;
    },
    get http() {
      return telling.http;
    },
    get smtp() {
      return telling.smtp;
    },
    at: (...path) => telling.at(...path),
    ledger: () => telling.ledger(),
    announce: (...args) => telling.announce(...args),
    call: (...args) => telling.call(...args),
    newest: (...args) => telling.newest(...args),
  };
}

async function openTelling(): Promise<Telling> {
  const site = temporaryFolder();
  const [http, smtp] = [await receiveHttp(), await receiveMail()];
  const { slack, teams, discord, webhook } = webhookForms(key);
  Object.assign(http.forms, { '/hook': webhook, '/chat/T0KEN': slack, '/teams': teams, '/discord': discord });
  const at = (...path: string[]) => join(site, ...path);
  const environment = {
    HOOK_URL: `${http.url}/hook`,
    HOOK_SECRET: `whsec_${key}`,
    CHAT_URL: `${http.url}/chat/T0KEN`,
    TEAMS_URL: `${http.url}/teams`,
    DISCORD_URL: `${http.url}/discord`,
    SMTP_URL: smtp.url,
  };
  const call = async (...args: string[]) => {
    const [out, error]: [string[], string[]] = [[], []];
    const console = {
      out: (text: string) => void out.push(text),
      error: (text: string) => void error.push(text),
      progress() {},
    };
    const code = await run(['announce', '--site', site, ...args], console, environment);
    return { code, out: out.join('\n'), error: error.join('\n') };
  };
  return {
    site,
    http,
    smtp,
    at,
    call,
    ledger: () => JSON.parse(readFileSync(at('told.json'), 'utf8')).channels,
    announce: (...args) => call('--before', at('old'), '--after', at('dist'), '--ledger', at('told.json'), ...args),
    newest(announceYaml, changes = {}) {
      writeToldSite(site, announceYaml);
      writeFeeds(at('old'), [toldEntry(1), toldEntry(2)]);
      writeFeeds(at('dist'), [toldEntry(1), toldEntry(2), toldEntry(3, changes)]);
    },
    async close() {
      removeFolder(site);
      await http.close();
      await smtp.close();
    },
  };
}

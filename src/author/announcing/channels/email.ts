/** E-mail by SMTP: plain text and HTML. All mails about one incident are one conversation. */
import { hash } from 'node:crypto';
import { createTransport } from 'nodemailer';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import type { Channel, SettingsOf } from '../channel.ts';
import { composeHtml } from '../compose-html.ts';
import { composeText } from '../compose-text.ts';
import { cutText } from '../cut-text.ts';
import type { Message } from '../message.ts';
import type { Outcome } from '../outcome.ts';

interface Mail {
  from: { name: string; address: string };
  to: string[];
  subject: string;
  messageId: string;
  references: string | undefined;
  headers: Record<string, string>;
  text: string;
  html: string;
}

const patience = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 30_000, dnsTimeout: 20_000 };

export const email: Channel<'email', Mail> = {
  compose(message, { from, to, unsubscribe, oneClick }) {
    const { words } = useLocale(message.site.language);
    const idOf = (id: string) => `<${hash('sha256', id).slice(0, 40)}@${from.replace(/^.*@/, '')}>`;
    const isFirst = message.id === message.postmortem.id;
    return {
      from: { name: message.site.organisation, address: from },
      to,
      subject: cutText(subjectOf(message), 200),
      messageId: idOf(message.id),
      references: isFirst ? undefined : idOf(message.postmortem.id),
      headers: {
        'Auto-Submitted': 'auto-generated',
        ...(unsubscribe === undefined ? {} : { 'List-Unsubscribe': `<${unsubscribe}>` }),
        ...(oneClick ? { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}),
      },
      text: `${[
        composeText(message),
        `-- \n${message.site.organisation}\n${message.site.home}`,
        ...(unsubscribe === undefined ? [] : [`${words.label(words.feeds.leaveList)} ${unsubscribe}`]),
      ].join('\n\n')}\n`,
      html: composeHtml(message, unsubscribe),
    };
  },
  show({ from, to, subject, messageId, references, headers, text }) {
    const shown = {
      From: `${from.name} <${from.address}>`,
      To: to.join(', '),
      Subject: subject,
      'Message-ID': messageId,
    };
    const all = { ...shown, ...(references ? { References: references } : {}), ...headers };
    return `${Object.entries(all)
      .map(([name, value]) => `${name}: ${value}`)
      .join('\n')}\n\n${text.trimEnd()}`;
  },
  send: sendMail,
  refuse({ smtp }, secretOf) {
    const url = URL.parse(secretOf(smtp));
    return url && /^smtps?:$/.test(url.protocol) && url.hostname !== ''
      ? undefined
      : 'is no address of a mail server, smtps://user:password@mail.example.org.';
  },
  pace: 0,
};

/** Gmail holds a conversation together only where the subject stays: what an entry is stands in its text. */
function subjectOf({ postmortem, title }: Message): string {
  return postmortem.title || title;
}

async function sendMail(
  mail: Mail,
  { smtp, from }: SettingsOf<'email'>,
  { secretOf }: Parameters<typeof email.send>[2],
) {
  let isUnderWay = false;
  const transport = createTransport({
    url: secretOf(smtp),
    ...patience,
    disableFileAccess: true,
    disableUrlAccess: true,
    transactionLog: true,
    logger: watchFor('DATA', () => {
      isUnderWay = true;
    }),
  });
  const { to, headers, references, ...rest } = mail;
  try {
    const { rejected } = await transport.sendMail({
      ...rest,
      // Several do not see each other.
      to: to.length === 1 ? to : 'undisclosed-recipients:;',
      envelope: { from, to },
      ...(references === undefined ? {} : { references, inReplyTo: references }),
      // Unfolded: a fold within has broken signatures at relays.
      headers: Object.entries(headers).map(([key, value]) => ({ key, value: { prepared: true, value } as never })),
    });
    return settle(rejected?.length ?? 0, to.length);
  } catch (cause) {
    return judge(cause as SmtpError, isUnderWay);
  } finally {
    transport.close();
  }
}

function settle(rejected: number, all: number): Outcome {
  return rejected === 0
    ? { state: 'told' }
    : { state: 'told', note: `the server refused ${rejected} of ${all} recipients` };
}

interface SmtpError {
  code?: string;
  responseCode?: number;
}

/** What the server says may hold addresses, and what it is called with is secret: codes alone are told. */
function judge({ code = 'unknown', responseCode }: SmtpError, isUnderWay: boolean): Outcome {
  if (responseCode !== undefined) {
    const reason = `the mail server answered ${responseCode}`;
    return { state: 'failed', reason, again: responseCode >= 400 && responseCode < 500 };
  }
  const name = /^[A-Z_0-9]{2,40}$/.test(code) ? code : 'unknown';
  if (isUnderWay) return { state: 'unknown', reason: `the connection broke while the mail was under way (${name})` };
  return { state: 'failed', reason: `no connection to the mail server (${name})`, again: true };
}

/** Only the log tells how far a transaction came; nothing of it is kept. */
function watchFor(command: string, found: () => void) {
  const debug = (...[{ tnx } = {}, text]: [entry?: { tnx?: string }, ...words: unknown[]]) => {
    if (tnx === 'client' && text === command) found();
  };
  const silent = () => {};
  return { level: silent, trace: silent, debug, info: silent, warn: silent, error: silent, fatal: silent } as never;
}

/** Real receivers of what is told: an HTTP server that answers as it is told, and an SMTP server. */
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { WebhookForm } from './webhook-forms.ts';

export interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** What is answered: a status, with headers or after a delay; `hang` never answers, `break` ends the connection. */
export type Answer = number | { status: number; headers?: Record<string, string>; body?: string } | 'hang' | 'break';

export interface HttpReceiver {
  url: string;
  received: Received[];
  /** Answers to come, by path; 200 where there are none. */
  answers: Record<string, Answer[]>;
  /** What has to fit, by path; else 400 is answered, and the path is among the misfits. */
  forms: Record<string, WebhookForm>;
  misfits: string[];
  close(): Promise<void>;
}

export async function receiveHttp(onReceived: (received: Received) => void = () => {}): Promise<HttpReceiver> {
  const received: Received[] = [];
  const answers: Record<string, Answer[]> = {};
  const forms: Record<string, WebhookForm> = {};
  const misfits: string[] = [];
  const server: Server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const path = (request.url ?? '').replace(/\?.*$/, '');
    const one = { path: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks).toString('utf8') };
    received.push(one);
    onReceived(one);
    const isFit = forms[path]?.(one) ?? true;
    if (!isFit) misfits.push(path);
    const answer = isFit ? (answers[path]?.shift() ?? 200) : 400;
    if (answer === 'hang') return;
    if (answer === 'break') return void request.socket.destroy();
    const {
      status,
      headers = {},
      body = 'a body nobody reads',
    } = typeof answer === 'number' ? { status: answer } : answer;
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const close = async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    answers,
    forms,
    misfits,
    close,
  };
}

export interface SmtpReceiver {
  url: string;
  received: { from: string; to: string[]; content: string }[];
  /** Codes to refuse with, or `break` when the mail is there, one a mail; none: it is taken. */
  answers: (number | 'break')[];
  close(): Promise<void>;
}

export async function receiveMail(): Promise<SmtpReceiver> {
  const received: SmtpReceiver['received'] = [];
  const answers: SmtpReceiver['answers'] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        const answer = answers.shift();
        if (answer === undefined || answer === 'break')
          received.push({
            from: mailFrom ? mailFrom.address : '',
            to: rcptTo.map(({ address }) => address),
            content: Buffer.concat(chunks).toString('utf8'),
          });
        if (answer === 'break') for (const connection of server.connections) connection.close();
        else if (answer !== undefined) callback(Object.assign(new Error('no'), { responseCode: answer }));
        else callback();
      });
    },
  });
  server.on('error', () => {});
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    answers,
    close: () => new Promise((done) => server.close(() => done())),
  };
}

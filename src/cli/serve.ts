/** A server on this machine only, for one command's lifetime. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { contentSecurityPolicy, securityHeaders } from '../shared/hosting/response-headers.ts';
import { type Judged, judgeRequest } from './judge-request.ts';
import { UsageError } from './usage-error.ts';

/** A request that is answered. */
export type Request = Extract<Judged, { path: string }>;
export type Handler = (request: Request, response: ServerResponse) => void | Promise<void>;

export interface Listening {
  url: string;
  close(): void;
}

/**
 * Listens on the loopback addresses; resolves with the address to open. Port 0 takes any that is free; one that cannot be had
 * throws `UsageError`. Whatever a request holds and whatever `handler` throws, the server goes on.
 */
export async function listen(handler: Handler, port: number): Promise<Listening> {
  const servers = [createServer(), createServer()] as const;
  const taken = await listenOn(servers[0], '127.0.0.1', port).catch((cause: NodeJS.ErrnoException) => {
    const reason = whyNot[cause.code ?? ''];
    throw reason === undefined ? cause : new UsageError(`Port ${port} ${reason}. Choose one with \`--port N\`.`);
  });
  // Machines without IPv6 have no such address; `localhost` is the other one there.
  const isBoth = await listenOn(servers[1], '::1', taken).catch(() => undefined);
  const running = isBoth === undefined ? [servers[0]] : servers;
  for (const server of running) {
    server.on('request', (request, response) => void answer(request, response, { handler, port: taken }));
    server.on('error', () => {});
  }
  return {
    url: `http://localhost:${taken}`,
    close() {
      for (const server of running) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
}

const whyNot: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is in use, perhaps by another `candor dev` or `candor preview`',
  EACCES: 'is not open to your account',
};

function listenOn(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { handler, port }: { handler: Handler; port: number },
): Promise<void> {
  request.resume();
  response.on('error', () => {});
  try {
    const { method, url, headers } = request;
    const judged = judgeRequest({ method, url, headers, hosts: request.headersDistinct['host'] ?? [] }, port);
    for (const [name, value] of Object.entries(ownHeaders)) response.setHeader(name, value);
    if (judged.refused !== undefined) end(response, judged.refused, reasons[judged.refused]);
    else await handler(judged, response);
  } catch {
    if (response.headersSent) response.destroy();
    else end(response, 500, 'This failed.');
  }
}

const ownHeaders = {
  ...securityHeaders,
  'Content-Security-Policy': contentSecurityPolicy,
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

const reasons = {
  400: 'This is no address of this server.',
  403: 'Another site asks for this.',
  405: 'This method is not answered.',
  414: 'This address is too long.',
  421: 'This server answers to localhost only.',
};

/** What comes behind a refused request on its connection is not read. */
function end(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' }).end(`${text}\n`);
}

/**
 * Resolves when the user ends the command, or what reads its output ends. Called before anybody is told that they may. Each
 * further signal calls `insist`.
 */
export function untilStopped(insist: () => void): Promise<void> {
  let isStopped = false;
  return new Promise((resolve) => {
    const stop = () => {
      isStopped = true;
      resolve();
    };
    process.stdout.once('error', stop);
    for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM'] as const)
      process.on(signal, () => (isStopped ? insist() : stop()));
  });
}

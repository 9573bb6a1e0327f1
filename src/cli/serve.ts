/** A server on this machine only, for one command's lifetime. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Starts listening on the loopback address; resolves with the address to open. Port 0 takes any that is free. */
export function listen(
  handler: (request: IncomingMessage, response: ServerResponse) => void,
  port: number,
): Promise<{ server: Server; url: string }> {
  const server = createServer(handler);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () =>
      resolve({ server, url: `http://localhost:${(server.address() as AddressInfo).port}` }),
    );
  });
}

/** Resolves when the user ends the command. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}

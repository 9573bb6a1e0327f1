/** The inside of a process that `ask-process.ts` asks: answers one request after another, and ends with who started it. */

/** `mostResidentBytes`: of all memory; libraries take such that no flag of Node bounds. */
export function answerRequests<Request, Outcome>(
  mostResidentBytes: number,
  answer: (request: Request) => Promise<Outcome>,
): void {
  // Libraries work in threads of their own, which no way of ending politely would stop.
  const end = () => process.kill(process.pid, 'SIGKILL');
  setInterval(() => {
    if (process.memoryUsage.rss() > mostResidentBytes) end();
  }, 50).unref();
  process.on('disconnect', end);
  process.on('message', async (request: Request) => {
    process.send?.(await answer(request));
  });
}

/** Answers with data for machines. */

/** `value` as JSON, one key a line so that two versions can be compared. */
export function respondWithJson(value: unknown, type = 'application/json'): Response {
  return new Response(`${JSON.stringify(value, null, 1)}\n`, { headers: { 'content-type': `${type}; charset=utf-8` } });
}

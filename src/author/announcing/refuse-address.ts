/** What is wrong with the address of a webhook; without a word of it, for its path is the secret. */
export function refuseAddress(value: string): string | undefined {
  const url = URL.parse(value);
  if (url?.username || url?.password) return 'has a user name or password before its host, which no webhook takes.';
  if (url?.protocol === 'https:') return undefined;
  if (url?.protocol === 'http:' && /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname)) return undefined;
  return 'is no https address.';
}

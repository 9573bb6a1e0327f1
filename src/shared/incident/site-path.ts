/** Path of a site's address, where the built folder lies: `/`, or one that begins and ends with a slash. */
export function sitePath(url: string): string {
  const { pathname } = new URL(url);
  return pathname.endsWith('/') ? pathname : `${pathname}/`;
}

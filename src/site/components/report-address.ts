/** The address that a reader's report of an error goes to. */

/** `{address}` and `{title}` are filled in, escaped; an e-mail gets both as its subject and text. */
export function reportAddress(to: string, { title, address }: { title: string; address: string }): string {
  const target = to.startsWith('mailto:') ? `${to}?subject={title}&body={address}` : to;
  return target.replace(/\{(title|address)\}/g, (_, name) =>
    encodeURIComponent((name === 'title' ? title : address).toWellFormed()),
  );
}

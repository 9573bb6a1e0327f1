/** The files for download of a postmortem as pages, feeds and documents tell of them. */
import { pathTo } from '../addresses/path-to.ts';
import { attachmentEnding, attachmentKind } from '../formats/attachment-kinds.ts';
import type { PublicPostmortem } from '../incident/public-postmortem.ts';

export interface Download {
  title: string;
  file: string;
  /** Without origin, and with it. */
  path: string;
  url: string;
  /** MIME type. */
  type: string;
  /** `CSV`: the ending, which is a word in every language. */
  kind: string;
  bytes: number;
}

/** `root`: path of the site's own language, which files have in every other. */
export function listDownloads(
  attachments: PublicPostmortem['attachments'],
  { origin, root }: { origin: string; root: string },
): Download[] {
  return attachments.map(({ title, file, digest, bytes }) => {
    const path = root + pathTo('attachment', { digest, name: file }).slice(1);
    const type = attachmentKind(file)?.type ?? 'application/octet-stream';
    return { title, file, path, url: origin + path, type, kind: attachmentEnding(file).toUpperCase(), bytes };
  });
}

/** Text without the characters that no postmortem may hold: control, bidirectional and invisible ones. */
export function cleanText(text: string): string {
  return text.replace(
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g,
    '',
  );
}

/** A title in one line of plain text, at most 200 characters; marks of redaction lose their brackets, for they mark nothing there. */
export function plainTitle(text: string): string {
  const bare = cleanText(text).replace(/<(?=\s*(?:\/\s*)?(?:internal|redacted)\b)/gi, '');
  return bare.replace(/\s+/g, ' ').trim().slice(0, 200);
}

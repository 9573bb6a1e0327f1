/** As much of a SHA-256 digest, in hexadecimal, as stands in the address of a file: another content has another address. */
export function digestInAddress(sha256: string): string {
  return sha256.slice(0, 20);
}

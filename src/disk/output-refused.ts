/** An output folder, or a file for it, that Candor does not touch: the message says why, and what to do. */
export class OutputRefused extends Error {
  /** The file at fault, relative to the folder it is from; absent where the folder itself is. */
  readonly file: string | undefined;

  constructor(message: string, file?: string) {
    super(message);
    this.file = file;
  }
}

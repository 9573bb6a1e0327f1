/** Reads file after file into the same memory: that of each would else lie there until garbage is collected. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** All bytes of the file at a path. They are overwritten by those of the next. */
export type FileReader = (path: string) => Buffer;

export function createFileReader(): FileReader {
  let space = Buffer.alloc(1 << 16);
  const makeRoom = (size: number) => {
    if (size <= space.length) return;
    const larger = Buffer.alloc(2 * size);
    space.copy(larger);
    space = larger;
  };
  return (path) => {
    const file = openSync(path, 'r');
    try {
      // One byte more than there are tells that there are no more.
      makeRoom(fstatSync(file).size + 1);
      let length = 0;
      for (;;) {
        const read = readSync(file, space, length, space.length - length, null);
        if (read === 0) return space.subarray(0, length);
        length += read;
        makeRoom(length + 1);
      }
    } finally {
      closeSync(file);
    }
  };
}

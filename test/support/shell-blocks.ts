/** The commands that a page of the documents tells its reader to type. */

/** Lines of all blocks marked `sh`, in order. */
export function shellLines(markdown: string): string[] {
  return [...markdown.matchAll(/^```sh\n([\s\S]*?)^```/gm)].flatMap(([, block = '']) =>
    block.split('\n').filter((line) => line !== ''),
  );
}

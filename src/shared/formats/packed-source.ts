/** Programs that draw diagrams put their source into the picture, packed: all that was ever written in it, drawn or not. */
import { demand } from './unreadable-file.ts';

const run = '[A-Za-z0-9+/=%_-]';
/** draw.io, Excalidraw and PlantUML. */
const packed: readonly [name: RegExp, content: RegExp][] = [
  [/mxfile|mxgraphmodel/i, new RegExp(`${run}{100}`)],
  [/excalidraw/i, new RegExp(`bstring|payload-start|${run}{200}`)],
  [/SRC=\[/, /SRC=\[[\w-]{16}/],
];

/** Of the metadata of a picture, or of a drawing. Throws `UnreadableFile`; a source that is written out is text, and passes. */
export function demandNoPackedSource(text: string): void {
  const found = packed.some(([name, content]) => name.test(text) && content.test(text));
  demand(!found, 'the program that drew it put its source into it, packed');
}

/** A PDF says more than its pages show: all that can be read is given, and what can not be is said. */
import { expect, test } from 'vitest';
import { readPdf } from '../../src/disk/pdf/read-pdf.ts';
import { type PdfParts, pdfStream, pdfWith, write } from '../support/pdf-with.ts';

const name = 'Quagga';
const note = (keys: string, ...objects: string[]): PdfParts => ({
  page: '/Annots [7 0 R]',
  objects: [`<< /Type /Annot /Rect [0 0 100 100] ${keys} >>`, ...objects],
});
const field = (keys: string): PdfParts => ({
  ...note(`/Subtype /Widget /FT /Tx ${keys}`),
  catalog: '/AcroForm << /Fields [7 0 R] >>',
});
const drawing = pdfStream(
  write(name, [5, 5]),
  '/Type /XObject /Subtype /Form /BBox [0 0 100 100] /Resources << /Font << /F1 5 0 R >> >>',
);
const tagged = (keys: string): PdfParts => ({
  page: '/StructParents 0',
  catalog: '/MarkInfo << /Marked true >> /StructTreeRoot 7 0 R',
  objects: [
    '<< /Type /StructTreeRoot /K 8 0 R /ParentTree 9 0 R >>',
    `<< /Type /StructElem /S /Figure /P 7 0 R /Pg 3 0 R ${keys} /K 0 >>`,
    '<< /Nums [0 [8 0 R]] >>',
  ],
  content: `/Figure << /MCID 0 >> BDC ${write('x')} EMC`,
});
/** Titles within each other; the last has the name. */
const outline = (depth: number): PdfParts => ({
  catalog: '/Outlines 7 0 R',
  objects: [
    '<< /Type /Outlines /First 8 0 R /Last 8 0 R /Count 1 >>',
    ...Array.from({ length: depth }, (_, index) => {
      const inner = index < depth - 1 ? `/First ${index + 9} 0 R /Last ${index + 9} 0 R` : '';
      return `<< /Title (${inner === '' ? name : 'x'}) /Parent ${index + 7} 0 R ${inner} >>`;
    }),
  ],
});

test.each<[string, PdfParts]>([
  ['on the page', { content: write(name) }],
  ['in a form of the page', { content: `/X Do ${write(name)}` }],
  ['without ink', { content: `3 Tr ${write(name)}` }],
  ['beside the page', { content: write(name, [5000, -700]) }],
  ['where the page is cropped', { page: '/CropBox [0 0 10 10]', content: write(name) }],
  ['in letters far apart', { content: write(name).replace('Tf', 'Tf 20 Tc') }],
  ['in letters moved together', { content: write('x').replace('(x) Tj', '[(Qua) -20 (gga)] TJ') }],
  ['in its properties', { trailer: '/Info 7 0 R', objects: [`<< /Author (${name}) >>`] }],
  ['as the name of a property', { trailer: '/Info 7 0 R', objects: [`<< /${name} (x) >>`] }],
  ['in a note', note(`/Subtype /Text /Contents (${name})`)],
  ['as who wrote a note', note(`/Subtype /Text /T (${name})`)],
  ['in a hidden note', note(`/Subtype /Text /F 2 /Contents (${name})`)],
  ['in a note for no screen', note(`/Subtype /Text /F 32 /Contents (${name})`)],
  ['in what a stamp draws', note('/Subtype /Stamp /AP << /N 8 0 R >>', drawing)],
  ['in the address of a link', note(`/Subtype /Link /A << /S /URI /URI (https://${name}.example.net/) >>`)],
  ['in a field', field(`/T (a) /V (${name})`)],
  ['as the name of a field', field(`/T (${name}) /V (x)`)],
  ['in a hidden field', field(`/F 2 /T (a) /V (${name})`)],
  ['in the help of a field', field(`/T (a) /TU (${name})`)],
  ['in the outline', outline(1)],
  ['deep in the outline', outline(40)],
  ['in the number of a page', { catalog: `/PageLabels << /Nums [0 << /P (${name}) >>] >>` }],
  [
    'as the name of a layer',
    { catalog: '/OCProperties << /OCGs [7 0 R] /D << >> >>', objects: [`<< /Type /OCG /Name (${name}) >>`] },
  ],
  ['as the name of a place', { catalog: `/Names << /Dests << /Names [(${name}) [3 0 R /Fit]] >> >>` }],
  ['in the words for a picture', tagged(`/Alt (${name})`)],
])('text is found %s', async (_, parts) => {
  const { texts, failed } = await readPdf(pdfWith(parts));
  expect(failed).toBeUndefined();
  expect(texts.join('\n')).toMatch(/quagga/i);
});

const file = pdfStream(name, '/Type /EmbeddedFile');
const program = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>';

test.each<[string, PdfParts, string]>([
  [
    'a file',
    { catalog: '/Names << /EmbeddedFiles << /Names [(a) << /F (a) /EF << /F 7 0 R >> >>] >> >>', objects: [file] },
    'other files',
  ],
  [
    'a file of a note',
    note('/Subtype /FileAttachment /FS << /F (a) /EF << /F 8 0 R >> >>', pdfStream(name)),
    'other files',
  ],
  ['a file that nothing lists', { objects: [file] }, 'other files'],
  ['a program', { catalog: `/OpenAction ${program}` }, 'a program'],
  ['a program of its page', { page: `/AA << /O ${program.replace('/JavaScript', '/Java#53cript')} >>` }, 'a program'],
  [
    'a program of a field',
    field(`/T (a) /AA << /K ${program.replace('/JavaScript', '/Java#53cript')} >>`),
    'a program',
  ],
  [
    'a form of another language',
    { catalog: '/AcroForm << /Fields [] /XFA 7 0 R >>', objects: [pdfStream('<a/>')] },
    'a form',
  ],
  ['what is nested without end', outline(400), 'nested too deep'],
])('%s within it is told, and the rest is read', async (_, parts, reason) => {
  const { texts, failed } = await readPdf(pdfWith(parts));
  expect(failed).toContain(reason);
  expect(texts[0]).toBe('Plain');
});

test('what it was before it was changed is told', async () => {
  const changed = `${pdfWith({}).toString('latin1')}4 0 obj\n${pdfStream(write('Other'))}\nendobj\n%%EOF\n`;
  expect((await readPdf(Buffer.from(changed, 'latin1'))).failed).toContain('what it was before');
});

test.each([
  ['made for the web', (whole: string) => whole.replace('%PDF-1.7\n', '%PDF-1.7\n%/Linearized\n%%EOF\n')],
  ['with an index for older programs behind it, as Word has it', withSecondIndex],
])('one %s ends twice, and was not changed', async (_, make) => {
  const { texts, failed } = await readPdf(Buffer.from(make(pdfWith({}).toString('latin1')), 'latin1'));
  expect(failed).toBeUndefined();
  expect(texts[0]).toBe('Plain');
});

/** Of no entries, leading to the first. */
function withSecondIndex(whole: string): string {
  const first = /startxref\n(\d+)/.exec(whole)?.[1];
  return `${whole}xref\n0 0\ntrailer\n<< /Size 7 /Root 1 0 R /Prev ${first} >>\nstartxref\n${whole.length}\n%%EOF\n`;
}

test('a page is read once where nothing is beside it', async () => {
  const { texts } = await readPdf(pdfWith({}));
  expect(texts.filter((text) => text.includes('Plain'))).toEqual(['Plain']);
});

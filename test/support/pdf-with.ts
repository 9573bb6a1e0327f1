/** A PDF of one page that says `Plain`, with whatever else may stand in such a file, written as its own language has it. */

export interface PdfParts {
  /** What the page draws, in place of its text. */
  content?: string;
  /** Keys of the page, of the whole, and of the end of the file. */
  page?: string;
  catalog?: string;
  trailer?: string;
  /** From number 7 on. */
  objects?: readonly string[];
}

/** Object 3 is the page, 5 its font `F1`, 6 a form `X` that says `In a form`. */
export function pdfWith({
  content = write('Plain'),
  page = '',
  catalog = '',
  trailer = '',
  objects = [],
}: PdfParts): Buffer {
  const font = '/Resources << /Font << /F1 5 0 R >> /XObject << /X 6 0 R >> >>';
  const all = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 1190] ${font} /Contents 4 0 R ${page} >>`,
    pdfStream(content),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    pdfStream(write('In a form'), `/Type /XObject /Subtype /Form /BBox [0 0 842 1190] ${font}`),
    ...objects,
  ];
  let file = '%PDF-1.7\n';
  const places = all.map((object, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const start = file.length;
  file += `xref\n0 ${all.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  file += `trailer\n<< /Size ${all.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

export function pdfStream(content: string, keys = ''): string {
  return `<< /Length ${content.length} ${keys} >>\nstream\n${content}\nendstream`;
}

/** Operators that write a text, at a place of the page. */
export function write(text: string, [x, y] = [50, 700]): string {
  return `BT /F1 12 Tf 1 0 0 1 ${x} ${y} Tm (${text}) Tj ET`;
}

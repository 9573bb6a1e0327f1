/** Images carry text that nobody sees: what is published is drawn anew from pixels alone. */
import { crc32 } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, test } from 'vitest';
import { bytesOf, placesOf, postmortem, publish, storyOf } from '../../support/publish.ts';

const canary = 'ImageCanary';

function picture() {
  return sharp({ create: { width: 60, height: 40, channels: 3, background: { r: 200, g: 40, b: 40 } } });
}

const metadata = {
  exif: { IFD0: { Copyright: canary, ImageDescription: canary }, IFD3: { GPSLatitudeRef: 'N' } },
  xmp: `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="${canary}"/></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`,
};

function withMetadata(image: Sharp) {
  return image.withExif(metadata.exif).withXmp(metadata.xmp);
}

/** Puts a tEXt chunk behind the header of a PNG file. */
function withTextChunk(png: Buffer): Buffer {
  const body = Buffer.from(`tEXtComment\0${canary}`, 'latin1');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length - 4);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([png.subarray(0, 33), length, body, checksum, png.subarray(33)]);
}

/** Puts a comment segment behind the first marker of a JPEG file. */
function withComment(jpeg: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(canary.length + 2);
  return Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xfe]), length, Buffer.from(canary), jpeg.subarray(2)]);
}

const inputs: Record<string, () => Promise<Buffer>> = {
  'photo.png': async () => withTextChunk(await withMetadata(picture()).png().toBuffer()),
  'photo.jpg': async () => withComment(await withMetadata(picture()).jpeg().toBuffer()),
  'photo.webp': () => withMetadata(picture()).webp().toBuffer(),
  'photo.avif': () => withMetadata(picture()).avif().toBuffer(),
  'trailing.png': async () => Buffer.concat([await picture().png().toBuffer(), Buffer.from(canary)]),
  'drawing.svg': async () =>
    Buffer.from(
      `<?xml version="1.0"?><!-- ${canary} --><svg xmlns="http://www.w3.org/2000/svg" width="60" height="40" data-x="${canary}"><metadata>${canary}</metadata><style>.${canary} { fill: red }</style><rect id="${canary}" width="60" height="40"/></svg>`,
    ),
};

describe.each(Object.entries(inputs))('%s', (name, make) => {
  test('is published without its metadata and its name', async () => {
    const source = await make();
    expect(source.includes(canary)).toBe(true);
    const file = `${canary}-${name}`;
    const published = await publish(postmortem(`hello\n\n![what it shows](${file})\n\nworld`), {
      attachments: { [file]: source },
    });
    expect(published.problems).toEqual([]);
    expect(bytesOf(published).toLowerCase()).not.toContain(canary.toLowerCase());
    expect(storyOf(published)).toMatch(/alt="what it shows"/);
    expect(published.images.length).toBeGreaterThan(0);
    for (const { bytes } of published.images) {
      const read = await sharp(bytes).metadata();
      expect(read.exif ?? read.xmp ?? read.iptc ?? read.icc ?? read.comments).toBeUndefined();
      expect(read.format).toBe('webp');
    }
  });
});

test('the published file says nothing but what can be seen: other metadata gives the same bytes', async () => {
  const [bare, dressed] = [await picture().png().toBuffer(), await inputs['photo.png']?.()];
  const one = await publish(postmortem('![a](a.png)'), { attachments: { 'a.png': bare } });
  const other = await publish(postmortem('![a](b.png)'), { attachments: { 'b.png': dressed ?? '' } });
  expect(bytesOf(other)).toBe(bytesOf(one));
});

test('an image that only internal text shows is not published', async () => {
  const png = await picture().png().toBuffer();
  const published = await publish(
    postmortem('hello\n\n<Internal>\n\n![a](a.png)\n\n<Figure src="a.png" alt="b" />\n\n</Internal>'),
    { attachments: { 'a.png': png } },
  );
  expect(published.problems).toEqual([]);
  expect(published.images).toEqual([]);
});

const svg = (inside: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="60" height="40" ${attributes}>${inside}</svg>`;

/** Words that a drawing shows are searched, whatever file they come in. */
test.each([
  ['as text', 'x.svg', svg('<text>Ask Mei Chen</text>')],
  ['split by spans', 'x.svg', svg('<text>Ask Mei<tspan> Ch</tspan>en</text>')],
  ['as references', 'x.svg', svg('<text>&#77;ei &#x43;hen</text>')],
  ['as CDATA', 'x.svg', svg('<text><![CDATA[Mei Chen]]></text>')],
  ['split by a comment', 'x.svg', svg('<text>Me<!-- a -->i Chen</text>')],
  ['in a drawing named png', 'x.png', svg('<text>Mei Chen</text>')],
  ['as a token', 'x.svg', svg(`<text>ghp_${'a1B2'.repeat(9)}</text>`)],
])('private text %s in a drawing is refused', async (_, name, drawing) => {
  const published = await publish(postmortem(`![a](${name})`), { attachments: { [name]: drawing } });
  expect(placesOf(published)[0]).toBe('16:1 redaction/private-text');
  expect(published.postmortem).toBeUndefined();
});

test.each([
  ['packed', Buffer.from('1f8b0800', 'hex')],
  ['in UTF-16', Buffer.from(`\ufeff${svg('<text>Mei Chen</text>')}`, 'utf16le')],
  [
    'in another encoding',
    Buffer.from(`<?xml version="1.0" encoding="UTF-7"?>${svg('<text>+AE0-ei Chen</text>')}`, 'latin1'),
  ],
  ['with an entity', Buffer.from(`<!DOCTYPE svg [<!ENTITY a "b">]>${svg('<text>&a;</text>')}`)],
  ['that loads a file', Buffer.from(svg('<image href="/etc/hostname" width="9" height="9"/>'))],
  ['that loads a file by an entity', Buffer.from(svg('<image xlink:href="&#47;etc/hostname" width="9" height="9"/>'))],
  ['that loads by a style', Buffer.from(svg('<rect width="9" height="9" fill="url(https://example.org/x.svg#a)"/>'))],
  ['that imports a style', Buffer.from(svg('<style>@import "https://example.org/x.css";</style>'))],
  [
    'that holds a drawing',
    Buffer.from(svg(`<image href="data:image/svg+xml;base64,${Buffer.from(svg('')).toString('base64')}"/>`)),
  ],
])('a drawing %s is refused', async (_, drawing) => {
  const published = await publish(postmortem('![a](x.svg)'), { attachments: { 'x.svg': drawing } });
  expect(published.postmortem).toBeUndefined();
  expect(placesOf(published)[0]).toMatch(/^16:1 /);
});

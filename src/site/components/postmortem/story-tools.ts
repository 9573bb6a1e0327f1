/** What a script adds to a story: links to its headings, copying of code, pictures in full size, and where one is. */
import { createCopyButtons } from '../copy-button.ts';

const story = document.querySelector<HTMLElement>('.story');
const page = document.querySelector<HTMLElement>('[data-heading-link]');
if (story && page) {
  linkHeadings(story, page.dataset['headingLink'] ?? '');
  addCopyButtons(story, page);
  linkPictures(story, page.dataset['fullSize'] ?? '');
  followReader(story);
}

function linkHeadings(within: HTMLElement, label: string): void {
  for (const heading of headingsOf(within)) {
    const link = document.createElement('a');
    link.className = 'heading-link';
    link.href = `#${heading.id}`;
    link.textContent = '#';
    link.setAttribute('aria-label', label);
    heading.append(' ', link);
  }
}

function addCopyButtons(within: HTMLElement, { dataset }: HTMLElement): void {
  const { copyCode = '', copyWord = '', copiedWord = '' } = dataset;
  const createButton = createCopyButtons(within, { copy: copyWord, copied: copiedWord });
  if (!createButton) return;
  for (const code of within.querySelectorAll<HTMLElement>('.prose pre')) {
    const frame = document.createElement('div');
    frame.className = 'copied-code';
    code.before(frame);
    frame.append(code, createButton(code.textContent ?? '', copyCode));
  }
}

/** The largest of the sizes that the page knows. */
function linkPictures(within: HTMLElement, label: string): void {
  for (const picture of within.querySelectorAll<HTMLImageElement>('.prose img')) {
    if (picture.closest('a')) continue;
    const link = document.createElement('a');
    link.className = 'full-size';
    link.href = picture.src;
    link.setAttribute('aria-label', picture.alt === '' ? label : `${label}: ${picture.alt}`);
    picture.before(link);
    link.append(picture);
  }
}

/** Marks the entry of the contents whose part is being read. */
function followReader(within: HTMLElement): void {
  const entries = new Map(
    [...document.querySelectorAll<HTMLAnchorElement>('.contents a')].map((link) => [link.hash.slice(1), link]),
  );
  const headings = headingsOf(within).filter(({ id }) => entries.has(encodeURIComponent(id)) || entries.has(id));
  let isWaiting = false;
  const mark = () => {
    isWaiting = false;
    const read = headings.findLast((heading) => heading.getBoundingClientRect().top < 140);
    for (const [id, link] of entries) {
      const isRead = read !== undefined && (id === read.id || id === encodeURIComponent(read.id));
      if (isRead) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  };
  addEventListener(
    'scroll',
    () => {
      if (isWaiting) return;
      isWaiting = true;
      requestAnimationFrame(mark);
    },
    { passive: true },
  );
  mark();
}

function headingsOf(within: HTMLElement): HTMLElement[] {
  return [...within.querySelectorAll<HTMLElement>(':is(h2, h3, h4)[id]')];
}

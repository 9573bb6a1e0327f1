/** The lines by which other sites show how a service stands. */
import { addressOf } from './address.ts';

/** Markdown of the badge, which leads to the service's page, and HTML of the frame. `title` names both. */
export function embedSnippets(service: string, title: string): { badge: string; frame: string } {
  const plain = title.replace(/[[\]\\]/g, '\\$&');
  const attribute = title.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return {
    badge: `[![${plain}](${addressOf(`/badges/${service}.svg`)})](${addressOf(`/services/${service}/`)})`,
    frame: `<iframe src="${addressOf(`/embed/${service}/`)}" title="${attribute}" width="420" height="260"></iframe>`,
  };
}

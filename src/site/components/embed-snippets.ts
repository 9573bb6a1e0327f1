/** The lines by which other sites show how a service stands. */

import { escapeAttribute } from 'entities';
import { pathTo } from '../../shared/addresses/path-to.ts';
import { addressOf } from './address.ts';

/** Markdown of the badge, which leads to the service's page, and HTML of the frame. `title` names both. */
export function embedSnippets(service: string, title: string): { badge: string; frame: string } {
  const plain = title.replace(/[[\]\\]/g, '\\$&');
  return {
    badge: `[![${plain}](${addressOf(pathTo('badge', { service }))})](${addressOf(pathTo('service', { service }))})`,
    frame: `<iframe src="${addressOf(pathTo('embed', { service }))}" title="${escapeAttribute(title)}" width="420" height="260"></iframe>`,
  };
}

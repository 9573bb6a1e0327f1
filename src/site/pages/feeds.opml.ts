/** All feeds in one file, which readers import (OPML 2.0). */
import type { APIRoute } from 'astro';
import { generateOpml } from 'feedsmith';
import { addressOf } from '../components/address.ts';
import { listFeeds } from '../data/feeds.ts';
import { getSite } from '../data/site-data.ts';

export const GET: APIRoute = () => {
  const outlines = listFeeds().map(({ path, title, home }) => ({
    type: 'rss',
    text: title,
    title,
    xmlUrl: addressOf(`/${path}atom.xml`),
    htmlUrl: addressOf(home),
  }));
  const opml = generateOpml({ head: { title: getSite().name }, body: { outlines } });
  return new Response(opml, { headers: { 'content-type': 'text/x-opml; charset=utf-8' } });
};

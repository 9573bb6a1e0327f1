/** Names of elements and attributes in the standards that the engine writes: HTML, SVG, Atom, RSS, OPML, sitemaps. */

const list = (words: string) => new Set(words.trim().split(/\s+/));

const elements = list(`
  doctype html head title base link meta style body article section nav aside h1 h2 h3 h4 h5 h6 hgroup header footer
  address p hr pre blockquote ol ul menu li dl dt dd figure figcaption main search div a em strong small s cite q dfn abbr
  ruby rt rp data time code var samp kbd sub sup i b u mark bdi bdo span br wbr ins del picture source img iframe embed
  object video audio track map area table caption colgroup col tbody thead tfoot tr td th form label input button select
  datalist optgroup option textarea output progress meter fieldset legend details summary dialog script noscript
  template slot canvas
  svg g defs symbol use desc path rect circle ellipse line polyline polygon text tspan
  xml feed entry id updated published author name uri content summary category rights subtitle generator icon logo
  rss channel item description pubdate lastbuilddate guid language copyright ttl docs image url width height
  content:encoded dc:creator atom:link atom:updated opml outline datecreated datemodified
  urlset sitemapindex sitemap loc lastmod changefreq priority xhtml:link`);

const attributes = list(`
  accept accept-charset accesskey action align allow allowfullscreen alt as async autocapitalize autocomplete autofocus
  charset checked cite class color cols colspan content controls coords crossorigin data datetime decoding default defer
  dir dirname disabled download draggable enctype enterkeyhint fetchpriority for form headers height hidden high href
  hreflang http-equiv id imagesizes imagesrcset inert inputmode integrity is itemid itemprop itemscope itemtype kind label
  lang list loading loop low max maxlength media method min minlength multiple muted name nomodule nonce novalidate open
  optimum pattern ping placeholder popover poster preload property readonly referrerpolicy rel required reversed role rows
  rowspan sandbox scope selected shape size sizes slot span spellcheck src srcdoc srclang srcset start step style tabindex
  target title translate type usemap value width wrap html version encoding standalone xmlns domain ispermalink text xmlurl
  htmlurl term scheme base
  d points x y x1 y1 x2 y2 cx cy r rx ry dx dy viewbox fill stroke stroke-width stroke-linecap stroke-linejoin transform
  preserveaspectratio text-anchor dominant-baseline fill-opacity clip-path opacity focusable`);

/** In any case. */
export function isStandardElement(name: string): boolean {
  return elements.has(name.toLowerCase());
}

/** In any case; those for assistive programs and names of namespaces too. */
export function isStandardAttribute(name: string): boolean {
  const lower = name.toLowerCase();
  return (
    attributes.has(lower) ||
    accessible.has(lower) ||
    /^(?:xmlns|xml):(?:lang|base|space|atom|content|dc|xlink|xhtml)$/.test(lower)
  );
}

const accessible = list(`
  aria-label aria-labelledby aria-describedby aria-hidden aria-current aria-live aria-controls aria-expanded aria-pressed
  aria-busy aria-atomic aria-sort aria-level aria-modal aria-haspopup aria-disabled aria-required aria-invalid aria-checked
  aria-selected aria-roledescription aria-details`);

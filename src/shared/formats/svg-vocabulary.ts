/** What a drawing may be made of: names of SVG 1.1 and 2 that draw, and of editors that only describe. */

const list = (words: string) => new Set(words.trim().split(/\s+/));

export const svgNamespace = 'http://www.w3.org/2000/svg';
export const xlinkNamespace = 'http://www.w3.org/1999/xlink';

/** Elements that draw, or describe what is drawn; slow filters, scripts and what holds other documents are left out. */
export const svgElements = list(`
  svg g defs symbol use title desc metadata style a switch marker path rect circle ellipse line polyline polygon
  text tspan textPath linearGradient radialGradient stop pattern clipPath mask image view
  flowRoot flowRegion flowPara flowSpan
  filter feBlend feColorMatrix feComponentTransfer feComposite feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR
  feGaussianBlur feMerge feMergeNode feOffset feTile animate animateTransform animateMotion mpath`);

/** Attributes without a namespace. */
export const svgAttributes = list(`
  id class style lang tabindex role width height viewBox preserveAspectRatio version baseProfile x y x1 y1 x2 y2 cx cy r rx
  ry fx fy fr d points pathLength transform transform-origin href target rel type media dx dy rotate textLength lengthAdjust
  startOffset method spacing side offset gradientUnits gradientTransform spreadMethod patternUnits patternContentUnits
  patternTransform clipPathUnits maskUnits maskContentUnits markerUnits markerWidth markerHeight orient refX refY
  filterUnits primitiveUnits in in2 result mode values operator k1 k2 k3 k4 stdDeviation edgeMode tableValues slope
  intercept amplitude exponent attributeName attributeType from to by begin dur end min max repeatCount repeatDur restart
  fill calcMode keyTimes keySplines keyPoints path origin additive accumulate systemLanguage requiredFeatures
  requiredExtensions externalResourcesRequired enable-background xml:space color-scheme
  alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation color-interpolation-filters
  color-profile color-rendering cursor direction display dominant-baseline fill-opacity fill-rule filter flood-color
  flood-opacity font font-family font-size font-size-adjust font-stretch font-style font-variant font-weight font-feature-settings
  glyph-orientation-horizontal glyph-orientation-vertical image-rendering isolation kerning letter-spacing lighting-color
  line-height marker marker-end marker-mid marker-start mask mask-type mix-blend-mode opacity overflow paint-order
  pointer-events shape-rendering stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap
  stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-align text-anchor text-decoration text-overflow
  text-rendering unicode-bidi vector-effect visibility white-space word-spacing writing-mode zoomAndPan contentScriptType
  contentStyleType decoding loading focusable host`);

export const xlinkAttributes = list('href title type role arcrole show actuate');
export const xmlAttributes = list('space lang id');

/** Of editors: programs that draw pass over what is in them. */
export const describingNamespaces: ReadonlySet<string> = new Set([
  'http://www.inkscape.org/namespaces/inkscape',
  'http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  'http://purl.org/dc/elements/1.1/',
  'http://creativecommons.org/ns#',
  'http://web.resource.org/cc/',
  'http://www.bohemiancoding.com/sketch/ns',
  'http://www.serif.com/',
  'http://ns.adobe.com/AdobeIllustrator/10.0/',
  'http://ns.adobe.com/AdobeSVGViewerExtensions/3.0/',
  'http://www.figma.com/figma/ns',
  'https://boxy-svg.com',
]);

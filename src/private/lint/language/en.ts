/** Blameless English. */
import type { LanguageRules } from './language-rules.ts';

/** A person in a role, as the subject of a sentence. */
const person =
  '(?:the|an?|one|our|this|another) (?:[a-z-]{2,16} ){0,2}(?:engineer|developer|operator|administrator|admin|employee|colleague|technician|contractor|person|programmer|author|reviewer|maintainer|deployer|responder)';
const people = `(?:${person}s?|we|they|he|she|i|someone|somebody|nobody|no one|people|staff|(?:the |our )?(?:[a-z-]{2,16} )?team)`;

/** Past participles: "should have been", not "should have clear rules". */
const participle =
  '(?:been|be|had|done|gone|seen|known|made|taken|given|found|caught|kept|left|led|lost|met|read|run|said|sent|set|shown|shut|spent|stood|told|thought|understood|used|won|written|begun|broken|brought|built|bought|chosen|come|cut|dealt|drawn|driven|fallen|felt|forgotten|got|gotten|grown|held|hit|hurt|laid|let|meant|paid|put|risen|sought|split|stuck|taught|thrown|woken|worn|[\\p{L}-]{2,20}ed)';

export const en: LanguageRules = {
  patterns: {
    counterfactual: [
      new RegExp(
        `\\b(?:would|could|should|ought to)(?:n['’]t| not)?(?: (?:also|easily|only|never|ideally|probably|perhaps|then|still|just|simply))?(?: have|['’]ve)(?: (?:not|never|also|already|probably|easily|only|been|had|\\w{2,12}ly)){0,2} ${participle}(?![\\p{L}\\p{N}])`,
        'giu',
      ),
      /\bif only\b(?= (?:we|they|i|he|she|it|the|there|someone|somebody|our|this|that)\b)/giu,
      /\bhad (?:we|they|he|she|it|someone|somebody|anyone|this|that|the (?:\w{1,16}) )(?: \w{1,16})? ?(?:known|noticed|seen|been|done|had|checked|tested|run|used|read|followed|caught)\b/giu,
    ],
    judging: [
      new RegExp(
        `\\b${people} (?:\\w{1,12} )?(?:failed to|neglected to|did(?: not|n['’]t) bother to|should know better)(?= \\p{L})`,
        'giu',
      ),
      /\b(?:careless(?:ly|ness)?|negligen(?:t|tly|ce)|incompeten(?:t|tly|ce)|sloppy|sloppily|sloppiness|stupid(?:ly|ity)?|foolish(?:ly)?|reckless(?:ly|ness)?|lazy|laziness|idiotic|embarrassing(?:ly)?|inexcusabl[ey]|irresponsibl[ey])\b/giu,
      /\bobviously\b/giu,
      /\b(?:should|could|need(?:ed)? to|had to) (?:just|simply)\b/giu,
      /\b(?:just|simply) (?:forgot|did(?: not|n['’]t) (?:think|check|look|care|know|notice|bother)|ignored|overlooked|missed)\b/giu,
      /\b(?:bad|poor|wrong) (?:judge?ment|decision|choice)s?\b/giu,
      /\black of (?:care|attention|diligence|discipline|knowledge|competence|skill|responsibility)\b/giu,
      /\b(?:whose|his|her|their|somebody['’]s|someone['’]s) fault\b/giu,
      /\b(?:is|are|was|were) (?:solely |clearly |entirely )?to blame\b/giu,
    ],
    humanError: [
      /\b(?:human|operator|user|pilot|manual|individual)[ -](?:errors?|mistakes?)\b/giu,
      /\bfat[- ]finger(?:ed|ing)?\b/giu,
      /\bmistakes? (?:made )?by (?:the|an?|one of our|our) (?:[a-z-]{2,16} ){0,2}(?:engineer|developer|operator|administrator|admin|employee|technician|contractor|team)\b/giu,
    ],
    culprit: [
      new RegExp(
        `\\b(?:${person}|someone|somebody) (?:\\w{1,12} )?(?:forgot|overlooked|ignored|neglected|misread|mistyped|misconfigured|broke|made an? (?:\\w{1,12} )?(?:mistake|error)|did(?: not|n['’]t) (?:notice|check|read|follow|test|realise|realize|understand)|was not (?:careful|paying attention)|wrongly|mistakenly|accidentally|carelessly)\\b`,
        'giu',
      ),
      /\b(?:the|our) (?:culprit|guilty party|offender)\b(?= (?:was|is) (?:the|an?|one of) (?:[a-z-]{2,16} )?(?:engineer|developer|operator|team|employee|person))/giu,
    ],
    rootCause: [/\broot[- ]cause\b(?!s)/giu],
  },
  innocent: {
    counterfactual: [{ before: /\b(?:what|whether|how (?:this|it|we)|which|in ways? (?:that )?(?:we|they))\s*$/i }],
    humanError: [
      {
        before:
          /\b(?:not|no|never|than|instead of|rather than|blam\w{1,4}(?: it)? on|beyond)\s+(?:a |an |just |any |one )?$/i,
      },
    ],
    rootCause: [
      { before: /\b(?:no|not|never|any|single|one|a)\s+(?:a |the |single |one |known )*$/i },
      { after: /^\s+(?:analys[ei]s|analyses|investigation|categor|field|section|report|template|statement|document)/i },
    ],
  },
};

/** Takes apart what stands behind a role: "Marek Dvorak (SRE), @ines" are a name and a handle, "Storage team" is neither. */

import { trimSigns } from '../../shared/text/trim-signs.ts';

/** Words of teams, tools and placeholders, which no name of a person holds. */
const otherWords =
  /^(?:team|teams|squad|group|platform|infra|infrastructure|engineering|engineers?|operations|ops|sre|sres|devops|support|security|data|on-?call|oncall|monitoring|automation|bot|service|services|network|storage|database|backend|frontend|web|mobile|product|customer|customers|everyone|all|none|nobody|unknown|tbd|tba|todo|various|internal|external|system|alert|alerts|it|qa|hr|noc|soc|the|and|dev|api|cloud|core|manager|lead|owner|commander|scribe|incident|primary|secondary|department|abteilung|équipe|equipe|equipo|n\/a|pagerduty|slack|grafana|prometheus|datadog|kubernetes|github|statuspage|vendor|provider|rotation|office|response|communications?|yes|no|open|done|closed)$/i;

export interface NamesIn {
  /** Of two to five words, or of one that no team has. */
  people: string[];
  /** Handles, addresses of e-mail and names without spaces in scripts that have none. */
  exact: string[];
  /** Initials and the like, which may be other words, too. */
  doubtful: string[];
}

export function namesIn(value: string): NamesIn {
  const found: NamesIn = { people: [], exact: [], doubtful: [] };
  for (const piece of value.split(/[,;|\n/•·、，；()[\]]|\s[&+–—-]\s|\s(?:and|und|et|y|e|with|mit)\s|<[^<>]{0,20}>/)) {
    // A role before the name.
    const bare = trimSigns(piece.replace(/^[^:：]{0,40}[:：]/, ''), (sign) => /[\s*_`"'.~>+-]/.test(sign), 'start');
    const name = trimSigns(bare, (sign) => /[\s*_`"'.:!?]/.test(sign), 'end');
    if (name === '') continue;
    const words = name.split(/\s+/);
    if (/^@?[\w.+-]{2,64}@[\w-]{1,64}\.[\w.-]{1,64}$/.test(name)) found.exact.push(name);
    else if (/^@[\p{L}\p{N}._-]{2,64}$/u.test(name)) found.exact.push(name, name.slice(1));
    else if (/^(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々・]{2,12}\s?){1,2}$/u.test(name)) {
      const bare = name.replace(/(?:さん|様|氏|くん|ちゃん)$/, '');
      if (/(?:部|課|班|チーム|グループ|团队|組)$/.test(bare)) continue;
      found.exact.push(bare, ...(/\s/.test(bare) ? bare.split(/\s/).filter((part) => part.length > 1) : []));
    } else if (words.some((word) => otherWords.test(word)) || words.length > 5) continue;
    else if (/^\p{Lu}{2,4}$/u.test(name) || /^\p{Ll}/u.test(name))
      found.doubtful.push(...(words.length < 3 ? [name] : []));
    else if (
      words.every((word) =>
        /^(?:\p{Lu}[\p{L}\p{M}'’.-]{0,40}|van|von|de|der|den|da|di|la|bin|al|el|du|ter|dos|zu)$/u.test(word),
      )
    )
      found.people.push(words.join(' '));
  }
  return found;
}

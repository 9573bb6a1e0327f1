/** Labels behind which, and heads of columns under which, documents name people: "Scribe", "Incident Commander", "Owner". */

const parts = {
  before:
    'incident|technical|tech|engineering|communications?|comms|customer|ops|operations|sre|dev|review|post-?mortem|retrospective|meeting|action|task|report|document|doc|page|primary|secondary|backup|deputy|current|response|support|service|product|project|team|on-?call|executive|problem|first|other|key|main|lead|senior|responsible|accountable|assigned|directly|initial|additional|major|rca|pir|case|security|core',
  who: 'scribe|author|co-?author|owner|commander|lead|leader|head|manager|coordinator|co-?ordinator|controller|captain|ic|im|imoc|cl|tl|em|dri|poc|sme|on-?call|on call|responder|participant|attendee|reviewer|facilitator|moderator|assignee|engineer|contact|liaison|editor|approver|contributor|investigator|analyst|organi[sz]er|host|chair|note-?taker|note taker|writer|reporter|requester|driver|sponsor|stakeholder|developer|operator|individual|responsible|accountable|person|persons|people|colleague|member|staff|who|actor|handler|resolver|champion|expert|officer|secretary|presenter|invitee|shift',
  after:
    'on duty|on call|on-call|involved|present|responsible|names?|list|role|rotation|engineers?|person|of record|assigned',
};

const english = new RegExp(
  `^(?:(?:${parts.before}) ){0,3}(?:${parts.who})(?:s|es)?(?: (?:${parts.after})){0,2}$|^(?:owners? (?:of (?:the )?)(?:review|post-?mortem|incident|document|action|report)(?: process)?|(?:those |people )?(?:present|involved)|in attendance|invited|cc|subject matter experts?|points? of contact|(?:prepared|written|reported|created|authored|co-authored|reviewed|approved|assigned|declared|led|handled|raised|opened|closed|updated|edited|posted|submitted|requested|owned|facilitated|drafted|compiled|acknowledged|investigated|signed off|filed|documented|completed|published|verified) (?:by|to|with)|by)$`,
);

const otherLanguages =
  /^(?:(?:haupt)?autor(?:en|in|innen|es|as|a|zy)?|verfasser(?:in|innen)?|verfasst von|verantwortlich(?:e|er|en|keit)?|zuständig(?:e|er|keit)?|besitzer(?:in)?|eigentümer(?:in)?|einsatzleit(?:er|erin|ung)|leit(?:er|erin|ung)|(?:incident|vorfall)-?(?:leiter|leitung|manager)|teilnehm(?:er|erin|erinnen|ende|ende personen)|anwesend(?:e|er)?|beteiligte(?:r| personen)?|protokoll(?:ant|antin|führer|führerin|führung)?|bearbeite(?:r|rin|t von)|ansprechpartner(?:in)?|(?:ruf)?bereitschaft|erstellt von|gemeldet von|geprüft von|zugewiesen an|wer|prüfer(?:in)?|person(?:en)?|auteure?s?|autrices?|rédact(?:eur|rice)s?|rédigé par|préparé par|signalé par|relu par|assigné à|responsables?|propriétaires?|participant(?:e|es|s)?|présente?s?|intervenant(?:e|es|s)?|rapporteurs?|commandant(?:e)?(?: d['’]incident| de l['’]incident| del incidente| do incidente)?|pilotes?|astreinte|qui|relect(?:eur|rice)s?|personnes?(?: impliquées)?|propietari[oa]s?|participantes?|asistentes?|redactor(?:a|es)?|encargad[oa]s?|quién(?:es)?|elaborado por|preparado por|escrito por|redactado por|reportado por|revisado por|revisor(?:a|es)?|asignad[oa] a|(?:de )?guardia|personas?(?: involucradas)?|responsáve(?:l|is)|proprietári[oa]s?|presentes?|redator(?:a|es)?|quem|relatado por|atribuído a|(?:de )?plantão|pessoas?(?: envolvidas)?|dono|autore|autori|responsabil[ei]|partecipanti|chi|auteur|eigenaar|verantwoordelijke|deelnemers|aanwezigen?|wie|właściciel|odpowiedzialn[yai]|uczestnicy|kto|автор(?:ы)?|ответственны[йе]|участники|исполнител[ьи]|дежурны[йе]|кто|担当|担当者|主担当|副担当|対応者|対応担当(?:者)?|作成者|著者|執筆者|記入者|起票者|記録|記録者|記録係|書記|参加者|出席者|関係者|責任者|報告者|発見者|指揮官|指揮者|所有者|オーナー|(?:インシデント)?コマンダー|(?:インシデント)?マネージャー|レビュアー|レビュー担当(?:者)?|承認者|オンコール(?:担当)?|当番|連絡先|氏名|名前|誰|作者|负责人|負責人|参与者|參與者|记录人|处理人|處理人|值班|作成|작성자|담당자|참석자|책임자)$/u;

/** Labels that name people as often as things. */
const perhaps =
  /^(?:communications?|comms|names?|user|support|team|role|source|engineering|operations|(?:detected|discovered|noticed|found|identified|resolved|fixed|mitigated|restored|paged|alerted|executed|performed|done|triggered|caused|deployed|merged|started|escalated|notified|confirmed) (?:by|to)|sign-?off|approvals?|contact|owner team)$/;

/** `always`: what is said there names people. `perhaps`: only where it looks like a name. `isWhole`: nothing else is said there. */
export function roleOf(label: string, { isWhole = false } = {}): 'always' | 'perhaps' | undefined {
  if (label.length > 80) return undefined;
  const plain = label
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\((?:e?s|in|innen|e|a|as|os|er|n)\)/g, '')
    .replace(/[([][^()[\]]{0,60}[)\]]/g, ' ')
    .replace(/[^\p{L}\p{N}\p{M}\s/&,+'’-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const each = plain.split(/ ?[/&,+] ?| and | und | et | y | e | ou | o | or | - /).map((part) => part.trim());
  const isRole = (part: string) => english.test(part) || otherLanguages.test(part);
  if ((isWhole ? each.every(isRole) : each.some(isRole)) || english.test(plain)) return 'always';
  if (isWhole) return undefined;
  return each.some((part) => perhaps.test(part)) ? 'perhaps' : undefined;
}

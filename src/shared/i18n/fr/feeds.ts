/** French words of the feeds and of the page that explains them. */
import type { feeds as englishFeeds } from '../en/feeds.ts';

export const feeds: typeof englishFeeds = {
  all: (site: string) => site,
  allDescription: (organisation: string) => `Une entrée pour chaque post-mortem publié par ${organisation}.`,
  updates: (site: string) => `${site} : mises à jour`,
  updatesDescription: 'Une entrée pour chaque post-mortem, et une pour chaque correction et mise à jour.',
  promises: (site: string) => `${site} : engagements`,
  promisesDescription: 'Une entrée quand un engagement est tenu ou abandonné, et quand son échéance est déplacée.',
  promiseTitle: (event: string, what: string) => `${event} : ${what}`,
  ofService: (site: string, service: string) => `${site} : ${service}`,
  ofSeverity: (site: string, severity: string) => `${site} : ${severity}`,
  severityOfService: (severity: string, service: string) => `${service}, ${severity}`,
  narrowedDescription: (name: string) => `Une entrée pour chaque post-mortem concernant : ${name}.`,
  revisionTitle: (kind: string, title: string) => `${kind} : ${title}`,
  subscribe: 'S’abonner',
  lede: 'Suivre par un lecteur de flux : rien de manqué, rien de répété, le texte entier dans votre lecteur.',
  explain:
    'Un flux est une adresse que l’on donne à un lecteur de flux, comme NetNewsWire, Feedly, newsboat ou Thunderbird. Il interroge l’adresse de temps en temps et montre ce qui est nouveau. Il n’y a pas d’inscription, et personne n’apprend qui lit.',
  steps: [
    'Choisissez ci-dessous ce que vous voulez suivre, et copiez son adresse.',
    'Dans votre lecteur, choisissez « Ajouter un flux » ou « S’abonner », et collez l’adresse.',
    'C’est tout. Ce qui existe déjà arrive aussitôt, ce qui est nouveau arrive tout seul.',
  ],
  copy: 'Copier',
  copied: 'Copié',
  copyAddress: (feed: string) => `Copier l’adresse : ${feed}`,
  copyCalendar: 'Copier l’adresse du calendrier des engagements',
  everything: 'Tout',
  bySeverity: 'Une seule gravité',
  byService: 'Un seul service',
  byServiceNote: 'Ouvrez un service pour voir son flux, et ceux de chacune de ses gravités.',
  allOfService: (service: string) => `Tout sur ${service}`,
  only: (severity: string, service: string) => `Seulement ${severity}, ${service}`,
  readOnSite: 'Lire sur le site',
  leaveList: 'Quitter cette liste',
  ofPostmortemDescription:
    'Une entrée pour ce post-mortem, une pour chacune de ses révisions, et une pour chacun de ses engagements tenu, reporté ou abandonné.',
  taggedDescription: (tag: string) => `Une entrée pour chaque post-mortem du thème « ${tag} ».`,
  followIncident: 'Suivre cet incident par son propre flux',
  onTheirPages: 'Chaque post-mortem et chaque thème a son propre flux, que votre lecteur trouve sur la page.',
  moreWays: 'Autres moyens',
  whichFormat:
    'Atom, RSS et JSON contiennent les mêmes entrées. Les adresses ci-dessus sont en Atom ; tous les lecteurs le connaissent. Les programmes trouvent le reste sous « Données ».',
  formats: { atom: 'Atom', rss: 'RSS', json: 'JSON' },
  opml: 'Tous les flux dans un fichier, à importer dans un lecteur (OPML)',
  agreementsOnPage: 'La page dit ce qui s’ensuit pour chaque accord, et comment cela a été calculé.',
  corrections:
    'Une correction change le texte de l’entrée sur place, ce que la plupart des lecteurs ne signalent pas. Pour être averti des corrections, suivez aussi les mises à jour.',
};

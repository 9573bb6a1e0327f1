/** Portuguese words of the feeds and of the page that explains them. */
import type { feeds as englishFeeds } from '../en/feeds.ts';

export const feeds: typeof englishFeeds = {
  all: (site: string) => site,
  allDescription: (organisation: string) => `Uma entrada para cada postmortem de ${organisation}.`,
  updates: (site: string) => `${site}: atualizações`,
  updatesDescription: 'Uma entrada para cada postmortem, e uma para cada correção e atualização.',
  promises: (site: string) => `${site}: compromissos`,
  promisesDescription: 'Uma entrada quando um compromisso é cumprido ou abandonado, e quando o seu prazo muda.',
  promiseTitle: (event: string, what: string) => `${event}: ${what}`,
  ofService: (site: string, service: string) => `${site}: ${service}`,
  ofSeverity: (site: string, severity: string) => `${site}: ${severity}`,
  severityOfService: (severity: string, service: string) => `${severity} de ${service}`,
  narrowedDescription: (name: string) => `Uma entrada para cada postmortem de ${name}.`,
  revisionTitle: (kind: string, title: string) => `${kind}: ${title}`,
  subscribe: 'Assinar',
  lede: 'Acompanhe por um leitor de feeds: nada perdido, nada repetido, o texto inteiro no seu leitor.',
  explain:
    'Um feed é um endereço que se dá a um leitor de feeds, como NetNewsWire, Feedly, newsboat ou Thunderbird. Ele consulta o endereço de vez em quando e mostra o que há de novo. Não é preciso se cadastrar, e ninguém fica sabendo quem lê.',
  steps: [
    'Escolha abaixo o que quer acompanhar e copie o endereço.',
    'No seu leitor, escolha “Adicionar feed” ou “Assinar” e cole o endereço.',
    'É só isso. O que já existe chega logo, o que é novo chega sozinho.',
  ],
  copy: 'Copiar',
  copied: 'Copiado',
  copyAddress: (feed: string) => `Copiar o endereço de ${feed}`,
  copyCalendar: 'Copiar o endereço do calendário de compromissos',
  everything: 'Tudo',
  bySeverity: 'Só uma gravidade',
  byService: 'Só um serviço',
  byServiceNote: 'Abra um serviço para ver o seu feed e os de cada uma das suas gravidades.',
  allOfService: (service: string) => `Tudo sobre ${service}`,
  only: (severity: string, service: string) => `Só ${severity} de ${service}`,
  readOnSite: 'Ler no site',
  leaveList: 'Sair desta lista',
  ofPostmortemDescription:
    'Uma entrada para este postmortem, uma para cada uma de suas revisões e uma para cada compromisso cumprido, adiado ou abandonado.',
  taggedDescription: (tag: string) => `Uma entrada para cada postmortem com a etiqueta “${tag}”.`,
  followIncident: 'Acompanhar este incidente pelo próprio feed',
  onTheirPages: 'Cada postmortem e cada etiqueta tem um feed próprio, que seu leitor encontra na página.',
  moreWays: 'Outras maneiras',
  whichFormat:
    'Atom, RSS e JSON contêm as mesmas entradas. Os endereços acima são Atom; todo leitor o conhece. Programas encontram o resto em “Dados”.',
  formats: { atom: 'Atom', rss: 'RSS', json: 'JSON' },
  opml: 'Todos os feeds em um arquivo, para importar em um leitor (OPML)',
  agreementsOnPage: 'A página diz o que decorre para cada acordo e como foi calculado.',
  corrections:
    'Uma correção muda o texto da entrada no lugar, o que a maioria dos leitores não anuncia. Para saber das correções, acompanhe também as atualizações.',
};

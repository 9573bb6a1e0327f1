/**
 * Names that are words too: months, places, units and everyday words in the seven languages. Such a part of a name, standing
 * alone, tells of nobody. In small letters and without accents, as normal form has them; few, for each is a name less that is found.
 */

/** Given and family names. */
const names = `
  april may june august march mai juni juli jan jun jul mars avril juin abril mayo julio junio agosto julho junho maio
  freitag sonntag domingo sommer winter herbst summer autumn spring season
  jordan chad israel india china france ireland england holland paris london berlin hamburg florence sydney austin dallas
  houston lincoln york chester kent victoria georgia virginia carolina dakota montana brooklyn santiago valencia leon
  cordoba granada lima porto roman french english german west north east
  newton pascal kelvin tesla joule watt volt weber henry gray bell carat stone java ruby swift jenkins aurora lambda delta
  page case chase cash chance port key keys link root block blocks field fields core driver chef salt ray bond power cloud
  vault
  will mark grant bill rob sue drew skip guy rich art hope faith grace joy dawn rose iris olive ginger basil amber penny
  sandy miles porter king queen prince knight bishop pope judge marshal major black white brown green gold silver young
  long short little small strong sharp wise good best noble bright law lane street hill hall wood woods forest park parks
  pond lake rivers brook brooks ford bridge bridges banks rock sands marsh snow frost storm love star angel justice church
  house light cross self sample free day weeks max min pat frank dale cliff
  berg wolf stein bach wald feld klein gross lang kurz stark jung alt neu weiss schwarz braun kaiser ritter baum busch
  horn himmel morgen abend ernst gut wild hell keller kern brand stock haupt ende post last sauer franke blume
  pierre petit grand blanc noir vert brun jeune roi fontaine berger bois champ claire clair renard jour
  cruz reyes rey flores campos rios montes iglesias torres castillo fuentes luna sol mar paz luz rosa blanco negro rubio
  moreno bravo rico leal guerra pastor ventura costa rocha dias ramos prado franco reis serra branco dolores pilar
  mercedes consuelo leite lobo
  千葉 福島 長野 山口 石川 宮崎 秋田 福井 福岡 長崎 奈良 川崎 渋谷 中野 豊田 松本 神戸 広島 三重 未来
  سعيد جميل كريم صالح عادل امين حسن سالم كامل خالد نور امل سلام صباح شمس قمر فجر ربيع جمعه خميس نجاح حياه عمان شريف
`;
/** What stands before family names, and in sentences: never a name by itself. */
const small = `
  van von der den del della dos das des las los les bin ibn ben ter ten zum zur vom san santa mac und dal het
`;
/** What accounts are called that are nobody's name. */
const accounts = `
  api app apps support ops dev web data infra admin security platform bot team info help net test mail search billing
  release build deploy status system oncall service sales legal press user staff desk network
`;

const listOf = (words: string) => words.trim().split(/\s+/);

export const nameParticles: ReadonlySet<string> = new Set(listOf(small));
export const ordinaryNames: ReadonlySet<string> = new Set([...listOf(names), ...nameParticles, ...listOf(accounts)]);

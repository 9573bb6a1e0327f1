/** Zones by the names that people and tools give them: `Europe/Berlin`, `Bucharest`, `Pacific Time (US & Canada)`. */
import { isTimeZone } from '../../shared/incident/instant.ts';

/** Names of places and regions that the IANA's list has under another; those of Rails, which many tools use, among them. */
const others: Readonly<Record<string, string>> = {
  pacific: 'America/Los_Angeles',
  mountain: 'America/Denver',
  central: 'America/Chicago',
  eastern: 'America/New_York',
  atlantic: 'America/Halifax',
  'us pacific': 'America/Los_Angeles',
  'us eastern': 'America/New_York',
  newfoundland: 'America/St_Johns',
  hawaii: 'Pacific/Honolulu',
  alaska: 'America/Anchorage',
  arizona: 'America/Phoenix',
  'central european': 'Europe/Berlin',
  'eastern european': 'Europe/Athens',
  uk: 'Europe/London',
  british: 'Europe/London',
  japan: 'Asia/Tokyo',
  india: 'Asia/Kolkata',
  edinburgh: 'Europe/London',
  bern: 'Europe/Zurich',
  'st petersburg': 'Europe/Moscow',
  kyiv: 'Europe/Kiev',
  'abu dhabi': 'Asia/Dubai',
  muscat: 'Asia/Dubai',
  'new delhi': 'Asia/Kolkata',
  delhi: 'Asia/Kolkata',
  mumbai: 'Asia/Kolkata',
  chennai: 'Asia/Kolkata',
  kolkata: 'Asia/Kolkata',
  kathmandu: 'Asia/Kathmandu',
  beijing: 'Asia/Shanghai',
  osaka: 'Asia/Tokyo',
  sapporo: 'Asia/Tokyo',
  hanoi: 'Asia/Bangkok',
  islamabad: 'Asia/Karachi',
  canberra: 'Australia/Sydney',
  wellington: 'Pacific/Auckland',
  brasilia: 'America/Sao_Paulo',
  'mexico city': 'America/Mexico_City',
  pretoria: 'Africa/Johannesburg',
};

/** The last parts of names that one zone alone has. */
const cities = new Map<string, string>();
for (const zone of Intl.supportedValuesOf('timeZone')) {
  const city = alike(zone.slice(zone.lastIndexOf('/') + 1));
  // The same word for two zones names none.
  cities.set(city, cities.has(city) ? '' : zone);
}

/** The IANA's name; `undefined` for a name that is unknown, or of places in different zones. */
export function zoneNamed(written: string): string | undefined {
  const name = written.trim();
  if (/^[A-Z][\w+-]*\/[\w+/-]+$/.test(name)) return isTimeZone(name) ? name : undefined;
  const bare = name.replace(/\([^()]*\)/g, ' ');
  const zones = bare.split(/,|\band\b/).map((part) => others[alike(part)] ?? (cities.get(alike(part)) || undefined));
  return zones.every((zone) => zone !== undefined && zone === zones[0]) ? zones[0] : undefined;
}

function alike(name: string): string {
  return name
    .toLowerCase()
    .replace(/[._\s]+/g, ' ')
    .trim()
    .replace(/^the | (?:standard |daylight |summer )?time(?: zone)?$/g, '');
}

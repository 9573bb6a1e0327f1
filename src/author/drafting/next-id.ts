/** Counts ids on, in the form that the site uses. */

/**
 * The next of `ids`: of the form that most of them have, with the year where the form has one, one more than the highest.
 * `PM-2026-001` where there are none, or none that end in a number.
 */
export function nextId(ids: readonly string[], year: string): string {
  const forms = ids.flatMap((id) => {
    const [, name = '', digits] = /^(.*?)(\d+)$/.exec(id) ?? [];
    const [, before, named] = /^(.*?)(\d{4})[-_.]$/.exec(name) ?? [];
    if (digits === undefined) return [];
    return [{ form: named === undefined ? name : `${before}YYYY${name.slice(-1)}`, name, digits }];
  });
  const counts = new Map<string, number>();
  for (const { form } of forms) counts.set(form, (counts.get(form) ?? 0) + 1);
  const [usual] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const form = usual?.[0] ?? 'PM-YYYY-';
  const prefix = form.replace('YYYY', year);
  const numbers = forms.filter(({ name }) => name === prefix).map(({ digits }) => Number(digits));
  const width = Math.max(...forms.filter((known) => known.form === form).map(({ digits }) => digits.length), 0) || 3;
  return `${prefix}${String(Math.max(0, ...numbers) + 1).padStart(width, '0')}`;
}

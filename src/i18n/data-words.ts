/** Words of the page that explains the data. */
export const dataWords = {
  field: 'Field',
  meaning: 'What it holds',
  optional: (meaning: string) => `${meaning} May be absent.`,
} as const;

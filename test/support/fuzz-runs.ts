/** How many random inputs a fuzz test takes: few where somebody waits, all of them where nobody does. */

/** `whole` in continuous integration, a tenth of it elsewhere; `variable` of the environment says another number. */
export function fuzzRuns(whole: number, variable = 'CANDOR_FUZZ_RUNS'): number {
  const said = process.env[variable];
  if (said !== undefined) return Number(said);
  return process.env['CI'] ? whole : Math.ceil(whole / 10);
}

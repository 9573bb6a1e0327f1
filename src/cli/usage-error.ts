/** Candor was called wrongly; the message says how, for whoever called it. */
export class UsageError extends Error {}

/** Why nobody can be told of anything, in a sentence for whoever called; nothing was sent. */
export class AnnounceRefused extends Error {}

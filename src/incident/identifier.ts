/** Names by which things refer to each other in the sources. */
import { z } from 'zod';

/** `checkout-api`: services, severities, tags. */
export const identifier = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'lower-case words joined by hyphens');

/** The first stage of a build: private tree in, a fresh tree of public bytes out, or all problems of all files. */
import { createProjector, type ProjectedSite, type ProjectOptions } from './site-projector.ts';

/** Projects a site. Author mistakes come back as problems. */
export async function projectSite(options: ProjectOptions): Promise<ProjectedSite> {
  const projector = createProjector(options, true);
  try {
    return await projector.project();
  } finally {
    await projector.close();
  }
}

/** The workflow that publishes to GitHub Pages; `.github/workflows/publish.yml` is this one. */
import { buildCommand, type ServedSite } from './served-site.ts';

/** The same for every address: Pages serves the folder at the address of the repository. */
export function githubWorkflow({ folder }: Pick<ServedSite, 'folder'>): string {
  const build = buildCommand({ base: '/', folder }, []);
  return `# Publishes main to GitHub Pages. In the repository's settings, choose "GitHub Actions" as the source of Pages.
# Runs daily too, for postmortems whose embargo ends.
name: Publish
on:
  push:
    branches: [main]
  schedule:
    - cron: "17 5 * * *"
  workflow_dispatch:
permissions:
  contents: read
concurrency:
  group: publish
  cancel-in-progress: false
jobs:
  build:
    runs-on: ubuntu-latest
    timeout-minutes: 20
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          persist-credentials: false
      - run: npm ci --no-audit --no-fund
      - name: Hold what was installed against the registry's signatures
        run: npm audit signatures
      - run: ${build}
      - uses: actions/upload-pages-artifact@fc324d3547104276b827a68afc52ff2a11cc49c9 # v5.0.0
        with:
          path: ${folder}
  deploy:
    needs: build
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions:
      pages: write
      id-token: write
    environment:
      name: github-pages
      url: \${{ steps.deployment.outputs.page_url }}
    steps:
      - id: deployment
        uses: actions/deploy-pages@cd2ce8fcbc39b97be8ca5fce6e763baed58fa128 # v5.0.0
`;
}

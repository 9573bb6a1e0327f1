/** The workflow that publishes to GitHub Pages; `.github/workflows/publish.yml` is this one. */
import { buildCommand, type Place } from './place.ts';

/** The same for every address: Pages serves the folder at the address of the repository. */
export function githubWorkflow({ folder }: Pick<Place, 'folder'>): string {
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
      - uses: actions/checkout@v4
        with:
          persist-credentials: false
      - run: npm ci --no-audit --no-fund
      - name: Hold what was installed against the registry's signatures
        run: npm audit signatures
      - run: ${build}
      - uses: actions/upload-pages-artifact@v3
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
        uses: actions/deploy-pages@v4
`;
}

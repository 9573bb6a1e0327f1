/** What a host is told, as one file to be put where its first line says. */
import { caddyfile } from './caddyfile.ts';
import { githubWorkflow } from './github-workflow.ts';
import { netlifyToml } from './netlify-toml.ts';
import { nginxConf } from './nginx-conf.ts';
import { documentRoot, type ServedSite } from './served-site.ts';
import { vercelJson } from './vercel-json.ts';

/** By the names of hosts and servers. */
export const hostConfigurations: Readonly<Record<string, (place: ServedSite) => string>> = {
  nginx: nginxSite,
  caddy: caddySite,
  vercel: vercelJson,
  netlify: netlifyToml,
  github: githubWorkflow,
};

function nginxSite(place: ServedSite): string {
  const { base, url } = place;
  const { root, note } = documentRoot(place);
  const { http, server } = nginxConf(base);
  const lines = [
    `listen 80;`,
    `server_name ${new URL(url).hostname};`,
    `root ${root};`,
    `error_page 404 ${base}404.html;`,
  ];
  const inner = [...lines, ...server.trim().split('\n')].map((line) => `\t${line}\n`).join('');
  return `# Within http, such as a file in /etc/nginx/conf.d/. Add your certificate.\n${note}${http}server {\n${inner}}\n`;
}

function caddySite(place: ServedSite): string {
  const { base, url } = place;
  const { root, note } = documentRoot(place);
  const missing = `handle_errors {\n\trewrite * ${base}404.html\n\tfile_server\n}`;
  const lines = [
    `root * ${root}`,
    'encode',
    'file_server',
    ...missing.split('\n'),
    ...caddyfile(base).trim().split('\n'),
  ];
  return `# A site of a Caddyfile.\n${note}${new URL(url).origin} {\n${lines.map((line) => `\t${line}\n`).join('')}}\n`;
}

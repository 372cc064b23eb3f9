// Somebody else's site: pages of another host on this machine, with whatever headers they send.
import { createServer } from 'node:http';

export class PartnerSite {
  static async start() {
    const site = new PartnerSite();
    site.pages = new Map();
    site.server = createServer((request, response) => {
      const page = site.pages.get(new URL(request.url, 'http://partner.localhost').pathname);
      response.writeHead(page || request.url === '/favicon.ico' ? 200 : 404, { 'content-type': 'text/html; charset=utf-8', ...page?.headers });
      response.end(page?.html ?? '');
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => site.server.once('listening', resolve));
    site.origin = `http://partner.localhost:${site.server.address().port}`;
    return site;
  }

  // The same pages under another name of this machine: another site.
  as(host) {
    return this.origin.replace('partner.localhost', host);
  }

  // A page of it; its address.
  has(path, body, { headers = {}, head = '', html = '<html lang="en">' } = {}) {
    this.pages.set(path, { html: `<!DOCTYPE html>${html}<head><meta charset="utf-8"><title>Partner</title>${head}</head><body>${body}</body></html>`, headers });
    return `${this.origin}${path}`;
  }

  async stop() {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

// A browser and a person in it. Everything a page does that it should not is written down and held against it at the end.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { chromium } from 'playwright-core';

export const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

// A story that hangs has failed: it gets two minutes.
export function story(name, tell) {
  return test(name, { timeout: 120_000 }, tell);
}

// Fails with every finding, one a line.
export function nothing(found, title) {
  assert.ok(found.length === 0, `${title}:\n  ${found.join('\n  ')}`);
}

// Debian's browser.
export function executable() {
  const found = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
  assert.ok(found, 'Chromium is not installed: start the stories with tests/run browser');
  return found;
}

// A fresh profile each time.
export function browser() {
  return chromium.launch({ executablePath: executable(), args: flags, timeout: 60_000 });
}

// One whose owner has set whether sites in frames may keep cookies; ends with its context. (A context of `browser()` is a private window,
// and those keep none.)
export async function keeping(othersCookies) {
  const profile = await mkdtemp(join(tmpdir(), 'undersigned-profile-'));
  await mkdir(join(profile, 'Default'));
  const chosen = { profile: { cookie_controls_mode: othersCookies ? 0 : 1, block_third_party_cookies: !othersCookies } };
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(chosen));
  const context = await chromium.launchPersistentContext(profile, { executablePath: executable(), args: flags, timeout: 60_000 });
  return { context, leaves: async () => {
    await context.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  } };
}

let visitors = 0;

export class Visitor {
  // `script`, `width`, `scheme`, `language`, `forced`: how this person browses; `state`: cookies of an earlier visit.
  static async arrive(launched, origin, { script = true, width = 390, scheme = 'light', language = 'en-US', forced = false, state } = {}) {
    const visitor = new Visitor();
    visitor.origin = origin;
    visitor.script = script;
    visitor.wrong = [];
    visitor.expected = [];
    visitor.context = await launched.newContext({
      baseURL: origin,
      javaScriptEnabled: script,
      viewport: { width, height: 844 },
      colorScheme: scheme,
      forcedColors: forced ? 'active' : 'none',
      locale: language,
      reducedMotion: 'reduce',
      storageState: state,
      extraHTTPHeaders: { 'x-forwarded-for': `198.51.100.${(visitors += 1) % 250}` },
    });
    visitor.context.setDefaultTimeout(20_000);
    visitor.page = await visitor.context.newPage();
    visitor.#watch();
    if (script) {
      await visitor.page.exposeFunction('broken__', (text) => visitor.wrong.push(text));
      await visitor.page.addInitScript(() =>
        document.addEventListener('securitypolicyviolation', (event) =>
          window.broken__(`content security policy: ${event.violatedDirective} ${event.blockedURI}`),
        ),
      );
    }
    return visitor;
  }

  #watch() {
    this.page.on('pageerror', (error) => this.wrong.push(`script error: ${error.message}`));
    this.page.on('console', (message) => {
      if (!['error', 'warning'].includes(message.type())) return;
      const refused = /status of (\d+)/.exec(message.text());
      if (refused && this.expected.includes(Number(refused[1]))) return;
      this.wrong.push(`console: ${message.text()}`);
    });
    this.context.on('request', (request) => {
      const url = new URL(request.url());
      if (['http:', 'https:', 'ws:', 'wss:'].includes(url.protocol) && url.origin !== this.origin) {
        this.wrong.push(`request to another site: ${url}`);
      }
    });
    this.page.on('response', (response) => {
      const status = response.status();
      if (status >= 400 && !this.expected.includes(status)) this.wrong.push(`${status} ${response.url()}`);
    });
  }

  // From here on answers with this status (a form with errors is 422) are no surprise.
  expects(status) {
    this.expected.push(status);
    return this;
  }

  async opens(path) {
    return this.page.goto(path, { waitUntil: 'load' });
  }

  // As a browser's own setting does it: everything that is measured in letters grows along.
  async hasLettersOf(size) {
    await this.page.evaluate((wanted) => document.documentElement.style.setProperty('font-size', wanted), size);
  }

  async seesNoSidewaysScroll() {
    const { content, window, widest } = await this.page.evaluate(() => ({
      content: document.documentElement.scrollWidth,
      window: document.documentElement.clientWidth,
      widest: [...document.body.querySelectorAll('*')]
        .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
        .map((element) => element.outerHTML.slice(0, 120))
        .slice(0, 3),
    }));
    assert.ok(content <= window, `${this.page.url()} is ${content} px wide in a window of ${window} px: ${widest.join(' … ')}`);
  }

  async hasNoCookies() {
    const names = (await this.context.cookies()).map((cookie) => cookie.name);
    nothing(names, 'cookies before anything was signed');
  }

  // Ends the visit; fails with everything that went wrong during it.
  async leaves() {
    await this.context.close();
    nothing(this.wrong, 'what the pages did that they should not');
  }
}

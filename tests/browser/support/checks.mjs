// axe, html-validate and the Nu Html Checker, with the bar the project sets itself.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { HtmlValidate } from 'html-validate';
import { nothing, Visitor } from './visitor.mjs';

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export const widths = [320, 390, 1280];
export const schemes = ['light', 'dark'];

// The page as it stands now has no violation. Runs through the debugger, so the page's own policy stays as strict as it is.
// (axe waits on timers, which never ring in a browser with script off.)
export async function axe(visitor, name = visitor.page.url()) {
  assert.ok(visitor.script, 'axe needs a visitor with script on');
  const { page } = visitor;
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource);
  // A page that went to its errors, or to what has the focus, stands scrolled by as many pixels as its fonts make of the text
  // above, and a link may be half under a bar that stays: it is looked at from its top.
  await page.evaluate(() => window.scrollTo(0, 0));
  const { violations } = await page.evaluate((only) => globalThis.axe.run(document, { runOnly: only, resultTypes: ['violations'] }), tags);
  const told = violations.map((v) => `${v.id} (${v.impact}): ${v.help}\n    ${v.nodes.map((n) => `${n.target.join(' ')}: ${n.failureSummary}`).join('\n    ')}`);
  nothing(told, `axe on ${name}`);
}

// Wherever somebody is on the page, by Tab or back by Shift and Tab, what has the focus is not hidden by a bar that stays in
// the window (WCAG 2.4.11). Beginning at the end and at the top, so that the page scrolls both ways.
export async function seesWhatHasTheFocus(visitor, name) {
  const { page } = visitor;
  const hidden = [];
  for (const [key, from] of [['Tab', 'top'], ['Shift+Tab', 'end']]) {
    await page.evaluate((end) => {
      document.activeElement?.blur();
      window.scrollTo(0, end ? document.documentElement.scrollHeight : 0);
    }, from === 'end');
    for (let presses = 0; presses < 80; presses += 1) {
      await page.keyboard.press(key);
      const told = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return null;
        const bars = [...document.querySelectorAll('*')].filter((one) => ['sticky', 'fixed'].includes(getComputedStyle(one).position));
        const box = element.getBoundingClientRect();
        const over = bars.find((bar) => {
          if (bar.contains(element)) return false;
          const { top, bottom, left, right } = bar.getBoundingClientRect();
          const meets = box.top < bottom && box.bottom > top && box.left < right && box.right > left && box.height < window.innerHeight / 2;
          if (!meets) return false;
          // what lies above the bar is seen where they meet
          const middle = (a, b) => (a + b) / 2;
          const [x, y] = [middle(Math.max(box.left, left), Math.min(box.right, right)), middle(Math.max(box.top, top), Math.min(box.bottom, bottom))];
          return !element.contains(document.elementFromPoint(x, y));
        });
        return over ? `${element.outerHTML.slice(0, 80)} under ${over.className}` : '';
      });
      if (told === null) break;
      if (told) hidden.push(`${key}: ${told}`);
    }
  }
  nothing(hidden, `the focus is hidden on ${name}`);
}

// One page in both schemes and every width, turned over in place. `reach(visitor)` brings a new visitor to the page's state.
export async function everywhere(launched, origin, name, reach, options = {}) {
  const visitor = await Visitor.arrive(launched, origin, options);
  await reach(visitor);
  for (const colorScheme of schemes) {
    await visitor.page.emulateMedia({ colorScheme });
    for (const width of widths) {
      await visitor.page.setViewportSize({ width, height: 844 });
      await axe(visitor, `${name}, ${width} px, ${colorScheme}`);
      await visitor.seesNoSidewaysScroll();
    }
  }
  // WCAG 1.4.4: letters twice as large, on the smallest phone
  await visitor.page.setViewportSize({ width: 320, height: 844 });
  await visitor.hasLettersOf('200%');
  await visitor.seesNoSidewaysScroll();
  await visitor.hasLettersOf('');
  if (options.focus) await seesWhatHasTheFocus(visitor, name);
  await visitor.leaves();
}

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    // askama writes boolean attributes, void elements and indents as HTML allows; these rules are about taste
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    'attribute-boolean-style': 'off',
    'doctype-style': 'off',
    'long-title': 'off',
  },
});

// The HTML as it was sent, not as the browser mended it. Kept for the Nu Html Checker, which takes a second to start.
const seen = new Map();
export async function valid(html, name) {
  seen.set(name, html);
  const report = await validator.validateString(html, name);
  const told = report.results.flatMap((result) => result.messages.map((m) => `${m.line}:${m.column} ${m.ruleId}: ${m.message}`));
  nothing(told, `html-validate on ${name}`);
}

// What the Nu Html Checker (W3C's) says of every page that went through `valid`.
export async function checked() {
  assert.ok(seen.size > 0, 'there are pages to check');
  const folder = await mkdtemp(join(tmpdir(), 'pages-'));
  const names = [...seen.keys()];
  const files = names.map((_, n) => join(folder, `${n}.html`));
  await Promise.all(files.map((file, n) => writeFile(file, seen.get(names[n]))));
  const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');
  const args = ['-jar', jar, '--errors-only', '--exit-zero-always', '--format', 'json', ...files];
  const { stderr } = await promisify(execFile)('java', args, { maxBuffer: 16 << 20 });
  await rm(folder, { recursive: true });
  const page = (url) => names[Number(url.match(/(\d+)\.html$/)[1])];
  nothing(JSON.parse(stderr).messages.map((m) => `${page(m.url)} ${m.lastLine}: ${m.message}`), 'the Nu Html Checker');
}

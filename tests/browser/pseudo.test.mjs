// Two languages nobody speaks: one 40 % longer with accents on every letter, one that runs from right to left. What breaks with
// them breaks with German or Arabic. They are made in the page, of the English one, so that no words file has to pretend.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { axe } from './support/checks.mjs';
import { Program } from './support/program.mjs';
import { closedPath, confirms, letterPath, link, pledgePath, presses, signs } from './support/signing.mjs';
import { browser, story, Visitor } from './support/visitor.mjs';

let program, launched;

before(async () => {
  program = await Program.start();
  launched = await browser();
});

after(async () => {
  await launched?.close();
  await program?.stop();
});

// Runs in the page.
function turn({ dir, longer }) {
  const accents = { a: 'ä', e: 'é', i: 'ï', o: 'ö', u: 'ü', c: 'ç', n: 'ñ', A: 'Å', E: 'É', O: 'Ø', U: 'Û' };
  const spoken = (text) => {
    if (!longer || !/\p{L}/u.test(text)) return text;
    const accented = text.replace(/[a-z]/gi, (letter) => accents[letter] ?? letter);
    // words are added and not letters: a language that says more still breaks between words
    const extra = text.trim().split(/\s+/).slice(0, Math.ceil(text.trim().split(/\s+/).length * 0.4));
    return `${accented} ${extra.join(' ')}`;
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  for (const node of texts) {
    if (node.textContent.trim() && !node.parentElement.closest('script, style, textarea')) node.textContent = spoken(node.textContent);
  }
  document.documentElement.dir = dir;
}

const kinds = [
  { name: 'long', dir: 'ltr', longer: true },
  { name: 'right to left', dir: 'rtl', longer: false },
  { name: 'long from right to left', dir: 'rtl', longer: true },
];

async function holds(visitor, name, widths = [320, 390, 1280]) {
  for (const kind of kinds) {
    await visitor.page.reload();
    await visitor.page.evaluate(turn, kind);
    for (const width of widths) {
      await visitor.page.setViewportSize({ width, height: 844 });
      await axe(visitor, `${name}, ${kind.name}, ${width} px`);
      await visitor.seesNoSidewaysScroll();
    }
  }
}

for (const path of ['/', letterPath, pledgePath, closedPath, `${letterPath}/signers`, `${letterPath}/privacy`]) {
  story(`${path} holds in long words and from right to left`, async () => {
    const visitor = await Visitor.arrive(launched, program.origin);
    await visitor.opens(path);
    await holds(visitor, path);
    await visitor.leaves();
  });
}

// Runs in the page: the longest that organizers may write, in the place of what stands there.
function fill({ title, name }) {
  document.querySelector('h1').textContent = title;
  for (const one of document.querySelectorAll('.who bdi, .first-signers bdi, .pills bdi, .org bdi')) one.textContent = name;
  const pills = document.querySelector('.pills');
  while (pills && pills.children.length < 12) pills.append(pills.firstElementChild.cloneNode(true));
  const names = document.querySelector('.first-signers');
  while (names && names.querySelectorAll('b').length < 12) names.append(names.querySelector('b').cloneNode(true), ' ·');
}

// A short form beside a long cover: what follows the card lies where the cover is dark.
story('what stands below a short form can be read beside a long cover', async () => {
  const visitor = await Visitor.arrive(launched, program.origin, { width: 1280 });
  await visitor.opens(letterPath);
  await visitor.page.evaluate(() => {
    for (const part of document.querySelectorAll('.sign fieldset')) part.remove();
    document.querySelector('h1').textContent = 'To whom it may concern '.repeat(4);
  });
  const [under, cover] = await Promise.all(['.under', '.cover'].map((part) => visitor.page.locator(part).boundingBox()));
  assert.ok(under.y + under.height < cover.y + cover.height, 'it lies beside the cover');
  for (const colorScheme of ['light', 'dark']) {
    await visitor.page.emulateMedia({ colorScheme });
    await axe(visitor, `a short form, ${colorScheme}`);
  }
  await visitor.leaves();
});

story('a letter holds titles of 80 letters in any script, and twelve founders with names as long', async () => {
  const [word, chinese, arabic] = ['W'.repeat(80), '法'.repeat(80), 'معلوماتناليستللبيع '.repeat(5).slice(0, 80)];
  const visitor = await Visitor.arrive(launched, program.origin);
  for (const [title, name, dir] of [
    [word, word, 'ltr'],
    [chinese, chinese, 'ltr'],
    [arabic, arabic, 'rtl'],
  ]) {
    await visitor.opens(letterPath);
    await visitor.page.evaluate(fill, { title, name });
    await visitor.page.evaluate((wanted) => void (document.documentElement.dir = wanted), dir);
    for (const width of [320, 390, 1280]) {
      await visitor.page.setViewportSize({ width, height: 844 });
      await visitor.seesNoSidewaysScroll();
      // nothing lies over anything: each part of the cover begins where the one before it has ended
      const parts = await visitor.page.evaluate(() =>
        ['h1', '.lead .ask', '.who', '.hero'].map((part) => document.querySelector(part).getBoundingClientRect()).map(({ top, bottom }) => ({ top, bottom })),
      );
      for (const [n, part] of parts.entries()) assert.ok(n === 0 || part.top >= parts[n - 1].bottom - 1, `${title} ${width}: ${JSON.stringify(parts)}`);
    }
    await visitor.page.setViewportSize({ width: 320, height: 844 });
    await visitor.hasLettersOf('200%');
    await visitor.seesNoSidewaysScroll();
    await visitor.hasLettersOf('');
  }
  await visitor.leaves();
});

story('the way from the form to the signature holds too', async () => {
  const email = 'pseudo@example.org';
  const sam = await Visitor.arrive(launched, program.origin);
  await signs(sam, letterPath, { email });
  await holds(sam, 'check your email', [320]);
  const letter = await program.mailbox(email);
  await sam.opens(link(letter));
  await holds(sam, 'confirm', [320]);
  await confirms(sam, letter);
  await holds(sam, 'signed', [320]);
  await presses(sam.page, 'main a[href^="/m/"]');
  await holds(sam, 'my signature', [320]);
  await sam.leaves();
});

story('the count stays beside its words, and the strokes fill from where reading begins', async () => {
  const visitor = await Visitor.arrive(launched, program.origin);
  await visitor.opens(letterPath);
  const side = () => visitor.page.evaluate(() => {
    const at = (what) => document.querySelector(what).getBoundingClientRect();
    return { number: at('.count b').left, words: at('.count').right, button: at('form.sign button').left };
  });
  const ltr = await side();
  await visitor.page.evaluate(turn, { dir: 'rtl', longer: false });
  const rtl = await side();
  assert.ok(rtl.number > ltr.number, 'the number stands at the other side');
  await visitor.leaves();
});

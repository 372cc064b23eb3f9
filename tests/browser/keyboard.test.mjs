// Somebody without a mouse: signs, confirms, reads the list, changes and withdraws the signature. And somebody whose system
// chooses the colours.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { signsIn } from './support/organizer.mjs';
import { code } from './support/phone.mjs';
import { Program } from './support/program.mjs';
import { answers, confirmButton, counted, letterPath, link, pledgePath, signButton } from './support/signing.mjs';
import { browser, nothing, story, Visitor } from './support/visitor.mjs';

let program, launched;

before(async () => {
  program = await Program.start();
  launched = await browser();
});

after(async () => {
  await launched?.close();
  await program?.stop();
});

// Presses Tab until this has the focus, and sees that it shows it.
async function reach(page, wanted) {
  for (let presses = 0; presses < 150; presses += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((selector) => document.activeElement?.matches(selector), wanted)) {
      const ring = await page.evaluate(() => {
        const seen = (element) => {
          const style = getComputedStyle(element);
          return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
        };
        const element = document.activeElement;
        return seen(element) || [...element.parentElement.children].some(seen) || seen(element.parentElement);
      });
      assert.ok(ring, `${wanted} shows that it has the focus`);
      return;
    }
  }
  assert.fail(`${wanted} is not reached by Tab on ${page.url()}`);
}

async function enters(page) {
  await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.keyboard.press('Enter')]);
}

// The first stop of every page leads past its head.
async function skips(page) {
  await page.keyboard.press('Tab');
  assert.ok(await page.evaluate(() => document.activeElement.matches('.skip')), `the first stop of ${page.url()} leads past the head`);
  await page.keyboard.press('Enter');
}

story('Kay signs, is listed, changes it and withdraws, with the keyboard alone', async () => {
  const email = 'keys@example.org';
  const kay = await Visitor.arrive(launched, program.origin, { width: 1280 });
  const { page } = kay;
  await kay.opens(letterPath);
  await skips(page);
  await reach(page, '#name');
  await page.keyboard.type('Kay Board');
  await reach(page, '#email');
  await page.keyboard.type(email);
  await reach(page, 'input[name^="founder-"]');
  await page.keyboard.press('Space');
  assert.equal(await page.locator('input[name^="founder-"]:checked').count(), 1, 'one organization may write');
  await reach(page, signButton);
  await enters(page);
  assert.match(page.url(), /\/check$/);

  const letter = await program.mailbox(email);
  const before = await counted(program, letterPath);
  await kay.opens(link(letter));
  await answers(page, letter);
  await reach(page, confirmButton);
  await enters(page);
  assert.equal(await counted(program, letterPath), before + 1);

  // from the page that says thank you to the page of one's own
  await skips(page);
  await reach(page, 'main a[href*="/m/"]:not([href$="/withdraw"])');
  await enters(page);
  await skips(page);
  await reach(page, '#name');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('Kay Keyes');
  // arrows choose among radio buttons, of which one is a stop
  await reach(page, 'input[name="public"]');
  await page.keyboard.press('ArrowDown');
  const chosen = await page.locator('input[name="public"]:checked').getAttribute('value');
  await reach(page, 'form.card button[type="submit"]');
  await enters(page);
  assert.ok(await page.locator('[role="status"]').count(), 'saved');
  assert.equal(await page.inputValue('#name'), 'Kay Keyes');
  assert.equal(await page.locator('input[name="public"]:checked').getAttribute('value'), chosen);

  await skips(page);
  await reach(page, 'a[href$="/withdraw"]');
  await enters(page);
  await skips(page);
  await reach(page, 'main form button[type="submit"]');
  await enters(page);
  assert.equal(await counted(program, letterPath), before);
  await kay.leaves();
});

story('Kay searches the list and turns its pages, with the keyboard alone', async () => {
  const kay = await Visitor.arrive(launched, program.origin, { width: 390 });
  const { page } = kay;
  await kay.opens(`/en${letterPath}/signers`);
  await skips(page);
  await reach(page, 'a[rel="next"]');
  await enters(page);
  const second = await page.locator('main').innerText();
  await skips(page);
  await reach(page, 'a[rel="prev"]');
  await enters(page);
  assert.notEqual(await page.locator('main').innerText(), second);
  await skips(page);
  await reach(page, 'input[type="search"]');
  await page.keyboard.type('ma');
  await enters(page);
  assert.match(page.url(), /q=ma/);
  await kay.leaves();
});

story('Kim is invited, comes in and sets a second factor up, with the keyboard alone', async () => {
  const owner = await Visitor.arrive(launched, program.origin, { width: 1280 });
  await signsIn(owner, program);
  await skips(owner.page);
  await owner.page.goto(program.origin + (await owner.page.locator('a[href$="/people"]').first().getAttribute('href')));
  await skips(owner.page);
  await reach(owner.page, '#email');
  await owner.page.keyboard.type('kim@example.org');
  await reach(owner.page, 'form.narrow button[type="submit"]');
  await enters(owner.page);
  const found = (await program.mailbox('kim@example.org')).links.find((one) => new URL(one).pathname.startsWith('/setup/'));
  assert.ok(found, 'a link to come in by');

  const kim = await Visitor.arrive(launched, program.origin, { width: 390 });
  const { page } = kim;
  await kim.opens(found);
  await reach(page, '#name');
  await page.keyboard.type('Kim Park');
  await reach(page, '#password');
  await page.keyboard.type('heron waits at noon');
  await reach(page, '#again');
  await page.keyboard.type('heron waits at noon');
  await reach(page, 'main form button[type="submit"]');
  await enters(page);
  assert.equal(new URL(page.url()).pathname, '/organize');
  await reach(page, 'summary');
  await page.keyboard.press('Enter');
  await reach(page, '.menu a[href="/organize/account"]');
  await enters(page);
  await skips(page);
  await reach(page, 'main a[href="/organize/second-factor"]');
  await enters(page);
  await skips(page);
  await reach(page, 'main form button[type="submit"]');
  await enters(page);
  await skips(page);
  await reach(page, '#code');
  await page.keyboard.type(code(await page.inputValue('#key')));
  await enters(page);
  assert.ok(await page.locator('main li code, main pre, main .codes').count(), `recovery codes on ${page.url()}`);
  await owner.leaves();
  await kim.leaves();
});

// Where the system chooses the colours there are no backgrounds and no shadows: what is told by them alone is gone.
for (const path of [letterPath, pledgePath, `${letterPath}/signers`]) {
  story(`${path} keeps its buttons, fields and bar in forced colours`, async () => {
    const dana = await Visitor.arrive(launched, program.origin, { forced: true });
    const { page } = dana;
    await dana.opens(path);
    assert.ok(await page.evaluate(() => matchMedia('(forced-colors: active)').matches));
    const bare = await page.evaluate(() =>
      [...document.querySelectorAll('button, .btn, input:not([type="hidden"]), textarea, select, progress')]
        .filter((element) => element.checkVisibility() && element.getBoundingClientRect().width > 1)
        .filter((element) => {
          const style = getComputedStyle(element);
          const drawnByTheSystem = style.appearance !== 'none';
          const edges = ['Top', 'Right', 'Bottom', 'Left'].some(
            (side) => style[`border${side}Style`] !== 'none' && parseFloat(style[`border${side}Width`]) > 0,
          );
          return !drawnByTheSystem && !edges && style.textDecorationLine === 'none' && style.outlineStyle === 'none';
        })
        .map((element) => element.outerHTML.slice(0, 120)),
    );
    nothing(bare, 'without an edge');
    const meter = page.locator('progress').first();
    if (await meter.count()) {
      const seen = await meter.evaluate((bar) => getComputedStyle(bar).forcedColorAdjust === 'none' || getComputedStyle(bar).appearance !== 'none');
      assert.ok(seen, 'the bar says how far it is');
    }
    await dana.seesNoSidewaysScroll();
    await dana.leaves();
  });
}

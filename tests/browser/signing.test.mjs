// Somebody signs, confirms from the mailbox and is counted: with script, without, by keyboard alone, on a narrow phone.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { Program } from './support/program.mjs';
import { answers, confirmButton, confirms, counted, letterPath, link, signButton, signs } from './support/signing.mjs';
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

for (const script of [false, true]) {
  story(`Sam signs and confirms with script ${script ? 'on' : 'off'}`, async () => {
    const email = `sam.${script}@example.org`;
    const before = await counted(program, letterPath);
    const sam = await Visitor.arrive(launched, program.origin, { script });
    await sam.opens(letterPath);
    await sam.hasNoCookies();
    await signs(sam, letterPath, { email });
    assert.equal(await counted(program, letterPath), before, 'nothing is counted before the mailbox has spoken');
    await confirms(sam, await program.mailbox(email));
    assert.match(await sam.page.locator('h1').innerText(), /\d/, 'the page says which number Sam is');
    assert.equal(await counted(program, letterPath), before + 1);
    await sam.leaves();
  });

  story(`a form with errors keeps what was typed, with script ${script ? 'on' : 'off'}`, async () => {
    const sam = (await Visitor.arrive(launched, program.origin, { script, width: 320 })).expects(422);
    await sam.opens(letterPath);
    await sam.page.fill('#name', 'Zoë O’Brien');
    await sam.page.fill('#email', 'not an address');
    await sam.page.click(signButton);
    await sam.page.waitForSelector('#errors');
    assert.equal(await sam.page.inputValue('#name'), 'Zoë O’Brien');
    assert.equal(await sam.page.inputValue('#email'), 'not an address');
    for (const href of await sam.page.locator('#errors a').evaluateAll((all) => all.map((a) => a.getAttribute('href')))) {
      assert.equal(await sam.page.locator(href).count(), 1, `${href} leads to its field`);
    }
    await sam.seesNoSidewaysScroll();
    await sam.leaves();
  });
}

story('the letter is opened on another machine, which must prove that it saw it', async () => {
  const email = 'elsewhere@example.org';
  const sam = await Visitor.arrive(launched, program.origin);
  await signs(sam, letterPath, { email });
  const letter = await program.mailbox(email);
  const other = await Visitor.arrive(launched, program.origin, { width: 1280, scheme: 'dark' });
  await other.hasNoCookies();
  const before = await counted(program, letterPath);
  await confirms(other, letter);
  assert.equal(await counted(program, letterPath), before + 1);
  await other.leaves();
  await sam.leaves();
});

story('Sam signs with the keyboard alone', async () => {
  const email = 'keys@example.org';
  const sam = await Visitor.arrive(launched, program.origin, { width: 1280 });
  const { page } = sam;
  const reach = async (wanted) => {
    for (let presses = 0; presses < 60; presses += 1) {
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
    assert.fail(`${wanted} is not reached by Tab`);
  };
  await sam.opens(letterPath);
  await page.keyboard.press('Tab');
  assert.ok(await page.evaluate(() => document.activeElement.matches('.skip')), 'the first stop leads past the head');
  await page.keyboard.press('Enter');
  await reach('#name');
  await page.keyboard.type('Kay Board');
  await reach('#email');
  await page.keyboard.type(email);
  await reach('input[name^="founder-"]');
  await page.keyboard.press('Space');
  assert.equal(await page.locator('input[name^="founder-"]:checked').count(), 1, 'one organization may write');
  await reach(signButton);
  await Promise.all([page.waitForURL(/\/check\//), page.keyboard.press('Enter')]);
  const letter = await program.mailbox(email);
  const before = await counted(program, letterPath);
  await sam.opens(link(letter));
  await answers(page, letter);
  await reach(confirmButton);
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  assert.equal(await counted(program, letterPath), before + 1);
  await sam.leaves();
});

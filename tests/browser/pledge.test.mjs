// A pledge offers several promises: one is chosen by keyboard on a narrow phone without script, kept, confirmed, shown and changed;
// and every page on the way is sound.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { everywhere, valid } from './support/checks.mjs';
import { reach } from './support/keyboard.mjs';
import { Program } from './support/program.mjs';
import { confirms, counted, fillsIn, link, pledgePath, presses, signButton } from './support/signing.mjs';
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

const first = 'I will not apply for a job or an internship there.';
const second = 'I will not go to their interviews, and I will tell their recruiters why.';
const chosen = 'input[name="promise"]:checked';
const said = (page) => page.locator('label:has(input[name="promise"]:checked)').innerText();

story('one promise is chosen by keyboard, at 320 px and with script off', async () => {
  const email = 'keys.pledge@example.org';
  const before = await counted(program, pledgePath);
  const sam = (await Visitor.arrive(launched, program.origin, { script: false, width: 320 })).expects(422);
  const { page } = sam;
  await sam.opens(pledgePath);
  assert.equal(await page.locator('input[name="promise"]').count(), 3);
  assert.equal(await page.locator(chosen).count(), 0, 'nothing is chosen beforehand');
  await sam.seesNoSidewaysScroll();
  // Forgotten, it is asked for, and the box of errors leads to the first.
  await fillsIn(page, { email });
  await presses(page, signButton);
  assert.equal(await page.locator('#errors a[href="#promise"]').count(), 1);
  assert.equal(await page.inputValue('#email'), email, 'everything is kept');
  await sam.seesNoSidewaysScroll();
  await page.click('#errors a[href="#promise"]');
  assert.match(page.url(), /#promise$/);
  await sam.opens(pledgePath);
  await reach(page, '#promise');
  await page.keyboard.press('Space');
  assert.equal((await said(page)).trim(), first);
  await page.keyboard.press('ArrowDown');
  assert.equal((await said(page)).trim(), second);
  await fillsIn(page, { email });
  await page.focus(signButton);
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  assert.match(page.url(), /\/check$/);
  const letter = await program.mailbox(email);
  assert.ok(letter.text.includes(`You pledge: ${second}`), letter.text);
  await sam.opens(link(letter));
  assert.ok((await page.locator('main').innerText()).includes(second));
  await confirms(sam, letter);
  assert.equal(await counted(program, pledgePath), before + 1);
  assert.ok((await page.locator('main').innerText()).includes(second));
  // Changed on the signer's own page.
  await presses(page, 'a[href^="/m/"]:not([href$="/withdraw"])');
  assert.equal((await said(page)).trim(), second);
  await page.check('#promise');
  await presses(page, 'form.card button[type="submit"]');
  assert.ok(await page.locator('[role="status"]').count(), 'saved');
  assert.equal((await said(page)).trim(), first);
  const data = await (await fetch(`${page.url().split('?')[0]}/data.json`)).json();
  assert.equal(data.signature.promise, first);
  await sam.leaves();
});

story('how many made each promise is told on the page and in its facts', async () => {
  const page = await (await fetch(`${program.origin}${pledgePath}`, { headers: { 'accept-language': 'es' } })).text();
  assert.ok(page.includes('A qué se compromete la gente'));
  const facts = await (await fetch(`${program.origin}${pledgePath}.json`)).json();
  assert.equal(facts.promises.length, 3);
  assert.ok(facts.promises.every((one) => one.signatures >= 5));
});

story('the form, its errors, the page of the link and the signer’s own page are sound', async () => {
  const email = 'sound.pledge@example.org';
  await everywhere(launched, program.origin, 'pledge', async (visitor) => visitor.opens(pledgePath));
  await everywhere(launched, program.origin, 'pledge in Spanish', async (visitor) => visitor.opens(`/es${pledgePath}`));
  await everywhere(launched, program.origin, 'pledge in Portuguese', async (visitor) => visitor.opens(`/pt-BR${pledgePath}`));
  await valid(await (await fetch(`${program.origin}/pt-BR${pledgePath}`)).text(), 'pledge in Portuguese');
  await everywhere(launched, program.origin, 'pledge, with errors', async (visitor) => {
    await visitor.expects(422).opens(pledgePath);
    await presses(visitor.page, signButton);
    await visitor.page.waitForSelector('#errors');
  });
  const sam = (await Visitor.arrive(launched, program.origin)).expects(422);
  await sam.opens(pledgePath);
  await fillsIn(sam.page, { email });
  await sam.page.check('#promise');
  await presses(sam.page, signButton);
  const letter = await program.mailbox(email);
  const confirm = link(letter);
  await everywhere(launched, program.origin, 'confirm a pledge', async (visitor) => visitor.opens(confirm));
  await valid(await (await fetch(confirm)).text(), 'confirm a pledge');
  await confirms(sam, letter);
  // A script takes the key out of the address bar.
  const own = program.origin + (await sam.page.locator('a[href^="/m/"]:not([href$="/withdraw"])').getAttribute('href'));
  await presses(sam.page, 'a[href^="/m/"]:not([href$="/withdraw"])');
  assert.match(sam.page.url(), /\/my-signature$/);
  await everywhere(launched, program.origin, 'own page of a pledge', async (visitor) => visitor.opens(own));
  await valid(await (await fetch(own)).text(), 'own page of a pledge');
  await valid(await (await fetch(`${program.origin}${pledgePath}`)).text(), 'pledge');
  await sam.leaves();
});

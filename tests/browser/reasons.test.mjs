// Somebody says why they signed, an organizer reads it, everybody may, and a reader reports it: with script and without.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { axe, everywhere, valid } from './support/checks.mjs';
import { atTheDesk } from './support/organizer.mjs';
import { Program } from './support/program.mjs';
import { confirms, fillsIn, letterPath, link, presses, signButton } from './support/signing.mjs';
import { browser, story, Visitor } from './support/visitor.mjs';

let program, launched, state, queue;

before(async () => {
  program = await Program.start();
  launched = await browser();
  const desk = await atTheDesk(launched, program, letterPath);
  state = desk.state;
  queue = `${desk.room}/reasons`;
});

after(async () => {
  await launched?.close();
  await program?.stop();
});

const box = '#why textarea';
const sends = '#why button[value="say"]';

async function signs(visitor, email) {
  await visitor.opens(letterPath);
  await fillsIn(visitor.page, { email });
  await visitor.page.check('[name="public"][value="detail"]');
  await presses(visitor.page, signButton);
}

// The words as the page has them, asked for until they are there or gone.
async function page(wanted, words) {
  for (const deadline = Date.now() + 20_000; Date.now() < deadline; ) {
    const html = await (await fetch(`${program.origin}/en${letterPath}`, { cache: 'no-store' })).text();
    if (html.includes(words) === wanted) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  assert.fail(`“${words}” is ${wanted ? 'not ' : ''}on the page`);
}

// Reads until this card is on top: the demonstration has others to read.
async function reads(reader, words, press) {
  for (let cards = 0; cards < 12; cards += 1) {
    const shown = await reader.page.locator('.quote').first().innerText();
    if (shown.includes(words)) return press();
    await presses(reader.page, 'button[value="keep"]');
  }
  assert.fail(`“${words}” is nowhere in the queue`);
}

for (const script of [false, true]) {
  story(`Sam says why, and it is read and published, with script ${script ? 'on' : 'off'}`, async () => {
    const email = `why.${script}@example.org`;
    const words = `Because I read the law, ${script ? 'often' : 'daily'}.`;
    const sam = (await Visitor.arrive(launched, program.origin, { script, width: 320 })).expects(422);
    await signs(sam, email);
    await sam.page.fill(box, 'see https://evil.example');
    await presses(sam.page, sends);
    await sam.page.waitForSelector('#errors');
    assert.equal(await sam.page.inputValue('#why textarea'), 'see https://evil.example', 'what was typed is kept');
    await sam.seesNoSidewaysScroll();
    await sam.page.fill(box, words);
    await presses(sam.page, sends);
    // the words wait with the form: the browser keeps that there are some
    assert.match(await sam.page.locator('#why').innerText(), /once you confirm by email/);
    const letter = await program.mailbox(email);
    await confirms(sam, letter);
    assert.match(await sam.page.locator('#why').innerText(), /before anybody else/);
    assert.equal(await sam.page.locator('.qr svg').count(), 1, 'the picture of the link');
    assert.equal(await sam.page.locator('[data-copy]').isVisible(), script, 'the copy button only where it can work');

    const reader = await Visitor.arrive(launched, program.origin, { script, state, width: 1280 });
    await reader.opens(queue);
    await reads(reader, words, async () => {
      if (!script) return presses(reader.page, 'button[value="publish"]');
      assert.ok(await reader.page.evaluate(() => document.activeElement.matches('form[data-keys]')), 'the card has the focus');
      await Promise.all([reader.page.waitForNavigation(), reader.page.keyboard.press('a')]);
    });
    await page(true, words);
    await reader.leaves();

    const stranger = await Visitor.arrive(launched, program.origin, { script });
    await stranger.opens(`/en${letterPath}`);
    const voice = stranger.page.locator('.quotes li', { hasText: words });
    await Promise.all([stranger.page.waitForNavigation(), voice.locator('a').click()]);
    await presses(stranger.page, 'main form button');
    assert.match(await stranger.page.locator('h1').innerText(), /Thank you/);
    await stranger.hasNoCookies();
    await stranger.leaves();

    await sam.opens(`/en${letterPath}/signed`);
    await presses(sam.page, '#why button[value="take"]');
    await page(false, words);
    await sam.leaves();
  });
}

story('the pages of a reason are sound in every state', async () => {
  const email = 'why.sound@example.org';
  const sam = (await Visitor.arrive(launched, program.origin)).expects(422);
  await signs(sam, email);
  const check = sam.page.url();
  await sam.page.fill(box, 'x'.repeat(480));
  await presses(sam.page, sends);
  await everywhere(launched, program.origin, 'check, with a reason', async (visitor) => visitor.opens(check));
  await valid(await (await fetch(check)).text(), 'check, with a reason');
  const confirm = link(await program.mailbox(email));
  await everywhere(launched, program.origin, 'confirm, with a reason', async (visitor) => visitor.opens(confirm));
  await valid(await (await fetch(confirm)).text(), 'confirm, with a reason');
  await sam.page.fill(box, 'www.evil.example');
  await presses(sam.page, sends);
  await axe(sam, 'a reason with an error');
  await sam.seesNoSidewaysScroll();
  await sam.leaves();
  const html = await (await fetch(`${program.origin}/en${letterPath}`)).text();
  const report = /href="([^"]+\/report)"/.exec(html)?.[1];
  assert.ok(report, 'the demonstration has a reason on its page');
  for (const path of [report, `${report}?done=1`]) {
    await everywhere(launched, program.origin, path, async (visitor) => visitor.opens(path));
    await valid(await (await fetch(program.origin + path)).text(), path);
  }
});

story('reasons to read are sound', async () => {
  for (const path of [queue, `${queue}?many=1`, `${queue}?state=published`, `${queue}?state=hidden`, `${queue}?missed=1`]) {
    await everywhere(launched, program.origin, path, async (visitor) => visitor.opens(path), { state });
  }
});

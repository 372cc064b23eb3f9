// Somebody signs, confirms from the mailbox and is counted: with script, without, on a narrow phone.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { Program } from './support/program.mjs';
import { confirms, counted, letterPath, signButton, signs } from './support/signing.mjs';
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
    assert.match(await sam.page.locator('.yours .no').innerText(), /\d/, 'the page says which number Sam is');
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

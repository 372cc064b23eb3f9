// "Change or remove my signature" in a browser without script: everything is seen, put right, chosen again, agreed to again, taken
// along, withdrawn and erased; and the pages are sound.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { everywhere, valid } from './support/checks.mjs';
import { Program } from './support/program.mjs';
import { confirms, counted, letterPath, presses, signs, word } from './support/signing.mjs';
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

const submit = 'main form button[type="submit"]';

// Asks on the petition's page for the link, and hands it over.
async function asks(visitor, email) {
  await visitor.opens(letterPath);
  await presses(visitor.page, 'footer a[href$="/my-signature"]');
  await visitor.page.fill('#email', email);
  await presses(visitor.page, submit);
  assert.ok(await visitor.page.locator('[role="status"]').count(), 'the same answer for everybody');
  const letter = await program.mailbox(email, 2);
  const found = letter.links.find((one) => new URL(one).pathname.startsWith('/m/'));
  assert.ok(found, `no link in the letter:\n${letter.text}`);
  return { own: found, asked: letter };
}

story('all six without script: see, correct, choose, agree, take along, leave', async () => {
  const email = 'own.six@example.org';
  const before = await counted(program, letterPath);
  const sam = await Visitor.arrive(launched, program.origin, { script: false });
  await signs(sam, letterPath, { email });
  await confirms(sam, await program.mailbox(email));
  const { own, asked } = await asks(sam, email);
  const { page } = sam;
  // see
  await sam.opens(own);
  assert.ok((await page.locator('main').innerText()).includes(email));
  assert.equal(await page.inputValue('#name'), 'Sam Okafor');
  // correct, choose, agree
  await page.fill('#name', 'Samira Okafor');
  await page.check('input[name="public"][value="name"]');
  const box = page.locator('input[name^="founder-"]').first();
  assert.equal(await box.isChecked(), false, 'nothing was ticked');
  await box.check();
  await presses(page, 'form.card button[type="submit"]');
  assert.ok(await page.locator('[role="status"]').count(), 'saved');
  assert.equal(await page.inputValue('#name'), 'Samira Okafor');
  assert.equal(await page.locator('input[name^="founder-"]').first().isChecked(), true);
  const everybody = await (await fetch(`${program.origin}${letterPath}`)).text();
  assert.ok(everybody.includes('Samira Okafor'), 'shown at once');
  assert.ok(!everybody.includes('Sam Okafor'));
  // take along
  const data = await (await fetch(`${own}/data.json`)).json();
  assert.equal(data.signer.name, 'Samira Okafor');
  assert.equal(data.signer.opted_in_to.length, 1);
  // withdraw, and think better of it
  await presses(page, 'a[href$="/withdraw"]');
  await presses(page, submit);
  assert.equal(await counted(program, letterPath), before);
  await sam.opens(own);
  await presses(page, 'main form[action$="/withdraw"] button[type="submit"]');
  assert.equal(await counted(program, letterPath), before + 1);
  // erase
  sam.expects(410);
  await sam.opens(own);
  await presses(page, 'a[href$="/erase"]');
  await page.fill('#word', word(asked));
  await presses(page, 'button[name="choice"][value="all"]');
  assert.equal(await counted(program, letterPath), before);
  assert.equal((await fetch(own)).status, 410);
  await sam.leaves();
});

story('the pages of one’s own signature are sound', async () => {
  const email = 'own.sound@example.org';
  const sam = await Visitor.arrive(launched, program.origin);
  await signs(sam, letterPath, { email });
  await confirms(sam, await program.mailbox(email));
  const { own } = await asks(sam, email);
  for (const [name, path] of [
    ['own', own],
    ['withdraw', `${own}/withdraw`],
    ['erase', `${own}/erase`],
    ['why', `${own}/reason`],
    ['ask for the link', `${program.origin}/en${letterPath}/my-signature`],
    ['asked for the link', `${program.origin}/es${letterPath}/my-signature?sent=true`],
  ]) {
    await everywhere(launched, program.origin, name, async (visitor) => visitor.opens(path));
    await valid(await (await fetch(path)).text(), name);
  }
  await everywhere(launched, program.origin, 'own, with errors', async (visitor) => {
    await visitor.expects(422).opens(own);
    await visitor.page.fill('#name', '');
    await presses(visitor.page, 'form.card button[type="submit"]');
  });
  await sam.leaves();
});

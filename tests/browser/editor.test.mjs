// The editor: what is typed is kept without a press and shown beside it, comes back after a closed tab, and is saved by a press alone.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { checked, everywhere, valid } from './support/checks.mjs';
import { atTheDesk } from './support/organizer.mjs';
import { Program } from './support/program.mjs';
import { letterPath, presses } from './support/signing.mjs';
import { browser, story, Visitor } from './support/visitor.mjs';

let program, launched, state, room;
const save = '.keep button:not([name])';

before(async () => {
  program = await Program.start();
  launched = await browser();
  ({ state, room } = await atTheDesk(launched, program, letterPath));
});

after(async () => {
  await launched?.close();
  await program?.stop();
});

// What the bar says once something is kept, or could not be.
async function told(page) {
  const bar = page.locator('[data-kept]');
  await page.waitForFunction(() => document.querySelector('[data-kept]').textContent !== '');
  return bar.innerText();
}

story('what is typed is kept, shown beside it, and offered when the page is opened again', async () => {
  const owner = await Visitor.arrive(launched, program.origin, { width: 1280, state });
  const { page } = owner;
  const edit = `${room}/edit`;
  await owner.opens(edit);
  const was = await page.inputValue('#ask-en');
  await page.fill('#ask-en', 'Typed and kept by nobody’s press.');
  assert.match(await told(page), /^Kept at .+\. Not saved yet\.$/);
  const phone = page.frameLocator('.phone iframe');
  await phone.getByText('Typed and kept by nobody’s press.').waitFor();
  assert.equal(await phone.locator('button:not([disabled])[type="submit"]').count(), 0, 'nothing in it can be pressed');
  // nobody has to be asked: nothing is lost
  await owner.opens(letterPath);
  assert.ok(!(await page.innerText('main')).includes('Typed and kept'), 'nor published');
  await owner.opens(edit);
  assert.equal(await page.inputValue('#ask-en'), was, 'what is saved stands in the form');
  await presses(page, 'form.note a.btn');
  assert.equal(await page.inputValue('#ask-en'), 'Typed and kept by nobody’s press.');
  await owner.opens(edit);
  await presses(page, 'form.note button');
  assert.equal(await page.locator('form.note').count(), 0);
  await owner.leaves();
});

story('so do the pages beside the editor: steps, how it ended, a question', async () => {
  const owner = await Visitor.arrive(launched, program.origin, { width: 390, state });
  const { page } = owner;
  for (const [where, field] of [
    ['steps', 'input[name="words-en-0"]'],
    ['close', 'textarea[name="outcome-en"]'],
    ['new-question?kind=several', 'input[name="label"]'],
  ]) {
    await owner.opens(`${room}/${where}`);
    await page.fill(field, 'Typed and not saved.');
    await page.waitForFunction(() => document.querySelector('[data-kept]').textContent !== '');
    await owner.opens(`${room}/${where}`);
    assert.notEqual(await page.inputValue(field), 'Typed and not saved.', 'nothing is saved');
    if (where === 'close') assert.equal(await page.locator('button.grave').count(), 1, 'it is open still');
    await page.click('form.note a.btn');
    assert.equal(await page.inputValue(field), 'Typed and not saved.');
  }
  await owner.leaves();
});

story('a session that is over keeps nothing, and says so', async () => {
  const owner = await Visitor.arrive(launched, program.origin, { width: 1280, state });
  const { page, context } = owner;
  await owner.opens(`${room}/edit/dates`);
  for (const frame of ['.phone', '.wide']) await page.frameLocator(`${frame} iframe`).locator('h1').first().waitFor();
  const kept = await context.cookies();
  await context.clearCookies();
  owner.expects(401);
  await page.fill('#goal', '4100');
  assert.match(await told(page), /could not be kept/);
  assert.equal(await page.inputValue('#goal'), '4100', 'it is still there');
  await context.addCookies(kept);
  await presses(page, save);
  assert.equal(new URL(page.url()).search, '?saved=true');
  await owner.leaves();
});

story('a translation is made, falls behind and catches up without a script', async () => {
  const owner = (await Visitor.arrive(launched, program.origin, { script: false, width: 390, state })).expects(422);
  const { page } = owner;
  const spanish = `${room}/edit/es`;
  const mark = async () => {
    await owner.opens(`${room}/edit`);
    return page.locator('nav.by-language li', { hasText: 'Español' }).locator('.tag').innerText();
  };
  const saves = async () => {
    await presses(page, save);
    if (await page.locator('input[name="rewording"]').count()) {
      await page.check('input[name="rewording"][value="mend"]');
      await presses(page, save);
    }
    assert.equal(new URL(page.url()).search, '?saved=true');
  };
  await owner.opens(spanish);
  await page.fill('#ask-es', `${await page.inputValue('#ask-es')} Ya.`);
  await saves();
  await owner.opens(`${room}/edit`);
  await page.fill('#ask-en', `${await page.inputValue('#ask-en')} Now.`);
  await saves();
  assert.equal(await mark(), 'to be checked');
  await owner.opens(spanish);
  assert.ok((await page.locator('section.waiting ins').allInnerTexts()).join('').includes('Now'));
  await valid(await page.content(), 'a translation that is behind');
  await everywhere(launched, program.origin, 'a translation that is behind', async (one) => one.opens(spanish), { state });
  await page.check('#fits');
  await saves();
  assert.equal(await mark(), 'done');
  await everywhere(launched, program.origin, 'its versions', async (one) => one.opens(`${spanish}/versions`), { state });
  await owner.leaves();
});

story('the Nu Html Checker finds nothing on any of them', checked);

// The overview of a petition, and the page that puts spellings under one heading: sound in both schemes and at three widths, and by
// the keyboard alone.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { checked, everywhere, valid } from './support/checks.mjs';
import { atTheDesk } from './support/organizer.mjs';
import { Program } from './support/program.mjs';
import { letterPath } from './support/signing.mjs';
import { browser, story, Visitor } from './support/visitor.mjs';

let program, launched, state, path;

before(async () => {
  program = await Program.start();
  launched = await browser();
  const desk = await atTheDesk(launched, program, letterPath);
  [state, path] = [desk.state, desk.room];
});

after(async () => {
  await launched?.close();
  await program?.stop();
});

const cookies = () => state.cookies.map((one) => `${one.name}=${one.value}`).join('; ');

async function sound(name, address) {
  const answer = await fetch(program.origin + address, { headers: { cookie: cookies() } });
  assert.equal(answer.status, 200, address);
  await valid(await answer.text(), name);
  await everywhere(launched, program.origin, name, async (visitor) => visitor.opens(address), { state });
}

story('the overview by hours is sound', () => sound('the overview by hours', `${path}?chart=hours`));
story('the overview by days is sound', () => sound('the overview by days', `${path}?chart=all`));
story('schools and employers are sound', () => sound('schools and employers', `${path}/affiliations`));
story('those that are found are sound', () => sound('schools that are found', `${path}/affiliations?q=a`));

// Puts the first two lines under a heading, with nothing but a keyboard; the address it leads to.
async function merges(visitor, title) {
  const { page } = visitor;
  await visitor.opens(`${path}/affiliations`);
  const boxes = page.locator('table.spellings input[type="checkbox"]');
  for (const at of [0, 1]) {
    await boxes.nth(at).focus();
    await page.keyboard.press('Space');
    assert.ok(await boxes.nth(at).isChecked());
  }
  await page.locator('#title').focus();
  await page.keyboard.type(title);
  await Promise.all([page.waitForURL(/merged=2/), page.keyboard.press('Enter')]);
}

story('spellings go under a heading by the keyboard, and come back', async () => {
  for (const script of [true, false]) {
    const visitor = await Visitor.arrive(launched, program.origin, { width: 320, state, script });
    const { page } = visitor;
    await visitor.opens(`${path}/affiliations`);
    const before = await page.locator('table.spellings').innerText();
    await merges(visitor, 'The first two');
    const first = page.locator('table.spellings tbody tr').first();
    assert.match(await first.innerText(), /The first two/);
    const undo = page.locator('form[action$="/undo"] button');
    await undo.focus();
    await Promise.all([page.waitForURL(/undone=2/), page.keyboard.press('Enter')]);
    assert.equal(await page.locator('table.spellings').innerText(), before);
    await visitor.leaves();
  }
});

story('what was merged is sound', async () => {
  const owner = await Visitor.arrive(launched, program.origin, { width: 1280, state });
  await merges(owner, 'Kept');
  const merged = new URL(owner.page.url());
  await sound('what was merged', merged.pathname + merged.search);
  await owner.leaves();
});

story('a heading is sound', () => sound('a heading', `${path}/affiliations/heading?key=kept`));

story('a title without lines comes back', async () => {
  await everywhere(launched, program.origin, 'a heading without lines', async (visitor) => {
    visitor.expects(422);
    await visitor.opens(`${path}/affiliations`);
    await visitor.page.fill('#title', 'Nothing');
    await Promise.all([visitor.page.waitForLoadState(), visitor.page.locator('main form.fields button[type="submit"]').first().click()]);
    await visitor.page.locator('#errors').waitFor();
    assert.equal(await visitor.page.inputValue('#title'), 'Nothing', 'kept');
  }, { state });
});

story('the Nu Html Checker finds nothing on any of them', checked);

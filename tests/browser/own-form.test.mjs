// The form that the page for programs offers, pasted into a page of a partner's own: a visitor signs there, by script and without a token.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { axe } from './support/checks.mjs';
import { atTheDesk } from './support/organizer.mjs';
import { PartnerSite } from './support/partner.mjs';
import { Program } from './support/program.mjs';
import { confirms, counted, letterPath, presses } from './support/signing.mjs';
import { browser, story, Visitor } from './support/visitor.mjs';

let program, launched, partner, state, room;

before(async () => {
  program = await Program.start();
  launched = await browser();
  partner = await PartnerSite.start();
  ({ state, room } = await atTheDesk(launched, program, letterPath));
});

after(async () => {
  await launched?.close();
  await program?.stop();
  await partner?.stop();
});

// The lines as somebody copies them off the page, with the id that the console's address ends with.
async function pasted() {
  const reader = await Visitor.arrive(launched, program.origin);
  await reader.opens('/en/api');
  const all = await reader.page.locator('pre code').allTextContents();
  await reader.leaves();
  const form = all.find((one) => one.includes('<form'));
  assert.ok(form, 'the page has a form to copy');
  return form.replace('PETITION', room.split('/').pop());
}

// What WordPress shows of a block "Custom HTML": its own pages put typographic quotes into everything that is no script and no tag.
const wordpress = (block) => `<main class="entry-content"><h1>Sign with us</h1>${block}</main>`;

async function signs(page, email) {
  await page.getByLabel('Name').fill('Kim Ortega');
  await page.getByLabel('Email').fill(email);
  await page.getByRole('button', { name: 'Sign' }).click();
  const said = page.getByRole('status');
  await said.filter({ hasText: /./ }).waitFor();
  return said.textContent();
}

story('a site that nobody has named is told so, and nothing is sent', async () => {
  const address = partner.has('/sign', wordpress(await pasted()));
  const context = await launched.newContext();
  const page = await context.newPage();
  await page.goto(address.replace('partner.localhost', 'localhost'));
  assert.match(await signs(page, 'early@example.org'), /organizers name them under Partners/);
  assert.equal((await program.letters('early@example.org')).length, 0);
  assert.equal(await page.getByLabel('Email').inputValue(), 'early@example.org', 'what was typed stays');
  await context.close();
});

story('on a site that organizers have named it takes a signature, which counts once its mailbox has said so', async () => {
  const site = partner.origin.replace('partner.localhost', 'localhost');
  const owner = await Visitor.arrive(launched, program.origin, { state });
  await owner.opens(`${room}/new-partner`);
  await owner.page.fill('#name', 'Harlow Weekly');
  await owner.page.fill('#code', 'weekly');
  await owner.page.fill('#sites', site);
  await owner.page.check('input[name="posts"]');
  await presses(owner.page, 'main form button[type="submit"]');
  await owner.leaves();

  const before = await counted(program, letterPath);
  const context = await launched.newContext({ viewport: { width: 390, height: 800 } });
  const page = await context.newPage();
  const wrong = [];
  page.on('pageerror', (error) => wrong.push(String(error)));
  partner.has('/sign', wordpress(await pasted()));
  await page.goto(`${site}/sign`);
  await axe({ page, script: true }, 'the form on a page of somebody else');
  assert.match(await signs(page, 'kim@nowhere'), /after the @/, 'what has to be put right is said');
  const said = await signs(page, 'kim@weekly.example.org');
  assert.match(said, /press Confirm in the letter/);
  assert.equal(await page.getByLabel('Email').inputValue(), '', 'and is ready for the next');
  assert.deepEqual(await context.cookies(), [], 'no cookie');
  assert.deepEqual(wrong, []);
  await context.close();

  const letter = await program.mailbox('kim@weekly.example.org');
  assert.doesNotMatch(letter.text, /page where you signed/, 'there is no page of ours to type a code on');
  assert.equal(await counted(program, letterPath), before, 'nothing counts yet');
  const kim = await Visitor.arrive(launched, program.origin);
  await confirms(kim, letter);
  assert.equal(await counted(program, letterPath), before + 1);
  await kim.leaves();
});

// Webhooks in the console: an organizer makes one, with the keyboard of a browser or without script, and each of its pages is sound.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { axe, checked, everywhere, valid } from './support/checks.mjs';
import { atTheDesk } from './support/organizer.mjs';
import { Program } from './support/program.mjs';
import { letterPath, presses } from './support/signing.mjs';
import { browser, story, Visitor } from './support/visitor.mjs';

let program, launched, state, organization, one;

const cookies = () => state.cookies.map((cookie) => `${cookie.name}=${cookie.value}`).join('; ');
const asked = async (path) => fetch(program.origin + path, { headers: { cookie: cookies() }, redirect: 'manual' });

before(async () => {
  program = await Program.start();
  launched = await browser();
  ({ state } = await atTheDesk(launched, program, letterPath));
  const desks = await asked('/organize');
  organization = (await desks.text()).match(/href="(\/organize\/organizations\/[^"/]+)"/)?.[1];
});

after(async () => {
  await launched?.close();
  await program?.stop();
});

const sound = async (name, path) => {
  const answer = await asked(path);
  assert.equal(answer.status, 200, path);
  await valid(await answer.text(), name);
  await everywhere(launched, program.origin, name, async (visitor) => visitor.opens(path), { state });
};

story('no webhook yet', async () => sound('no webhook yet', `${organization}/webhooks`));

story('a new webhook', async () => sound('a new webhook', `${organization}/new-webhook`));

story('what is wrong stands beside the fields', async () => {
  await everywhere(launched, program.origin, 'a form with errors', async (visitor) => {
    const { page } = visitor.expects(422);
    await visitor.opens(`${organization}/new-webhook`);
    await page.fill('#url', 'https://127.0.0.1/');
    await presses(page, 'main form.narrow button[type="submit"]');
    assert.equal(await page.inputValue('#url'), 'https://127.0.0.1/', 'kept');
  }, { state });
});

story('a webhook is made, its secret is shown once, and a test is in its log', async () => {
  const owner = await Visitor.arrive(launched, program.origin, { state });
  const { page } = owner;
  await owner.opens(`${organization}/new-webhook`);
  await page.fill('#url', 'https://hooks.invalid/in?key=1');
  await page.check('[name="signature.confirmed"]');
  await presses(page, 'main form.narrow button[type="submit"]');
  assert.match(await page.locator('#secret').innerText(), /^whsec_/);
  await axe(owner, 'the secret');
  await valid(await page.content(), 'the secret');
  await presses(page, 'main a.btn');
  one = new URL(page.url()).pathname;
  await presses(page, 'form[action$="/test"] button');
  assert.equal(await page.locator('#secret').count(), 0);
  await owner.leaves();
});

story('its page is sound', async () => sound('a webhook', one));

story('a webhook that is changed', async () => sound('a changed webhook', `${one}/edit`));

story('what is wrong with a change stands beside the fields, and what was typed is kept', async () => {
  await everywhere(launched, program.origin, 'a change with errors', async (visitor) => {
    const { page } = visitor.expects(422);
    await visitor.opens(`${one}/edit`);
    assert.equal(await page.inputValue('#url'), 'https://hooks.invalid/in?key=1');
    await page.fill('#url', 'https://127.0.0.1/');
    await page.check('[name="petition.closed"]');
    await presses(page, 'main form.narrow button[type="submit"]');
    assert.equal(await page.inputValue('#url'), 'https://127.0.0.1/', 'kept');
    assert.ok(await page.isChecked('[name="petition.closed"]'), 'kept');
  }, { state });
});

story('it leads elsewhere from then on', async () => {
  const owner = await Visitor.arrive(launched, program.origin, { state });
  const { page } = owner;
  await owner.opens(`${one}/edit`);
  await page.fill('#url', 'https://crm.invalid/hook');
  await presses(page, 'main form.narrow button[type="submit"]');
  assert.equal(new URL(page.url()).pathname, one);
  assert.match(await page.locator('main').innerText(), /crm\.invalid/);
  await owner.leaves();
});

story('one webhook', async () => sound('one webhook', `${organization}/webhooks`));

story('deleting it is asked about', async () => sound('deleting a webhook', `${one}/delete`));

story('the Nu Html Checker finds nothing on any of them', checked);

// The operator's pages: whoever runs the site sets up a second factor on the way there, and every page is sound.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { checked, everywhere, valid } from './support/checks.mjs';
import { code } from './support/phone.mjs';
import { Program } from './support/program.mjs';
import { presses } from './support/signing.mjs';
import { browser, story, Visitor } from './support/visitor.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const binary = resolve(root, process.env.UNDERSIGNED_BINARY ?? 'target/debug/undersigned');

let program, launched, state;

before(async () => {
  program = await Program.start();
  launched = await browser();
  const email = 'ola@example.com';
  const named = ['organizer', 'add', '--operator', '--email', email, '--name', 'Ola Berg', '--data', program.data];
  const { stdout } = await promisify(execFile)(binary, named, { cwd: program.data, env: { PATH: process.env.PATH } });
  const link = /\/setup\/\w+/.exec(stdout)?.[0];
  assert.ok(link, stdout);

  // without a script: the printed link makes the account, the page asked for leads to the second factor, and on from there
  const ola = await Visitor.arrive(launched, program.origin, { script: false });
  const { page } = ola;
  await ola.opens(link);
  await valid(await page.content(), 'invited to run the site');
  await page.fill('#password', 'vellum orchard tram');
  await page.fill('#again', 'vellum orchard tram');
  await presses(page, 'main form button[type="submit"]');
  assert.equal(new URL(page.url()).pathname, '/organize');
  await ola.opens('/organize/operator/events');
  assert.equal(new URL(page.url()).pathname, '/organize/second-factor/ask');
  await valid(await page.content(), 'asked for a second factor');
  await presses(page, 'main form button[type="submit"]');
  await page.fill('#code', code(await page.inputValue('#key')));
  await presses(page, 'main form button[type="submit"]');
  await ola.opens('/organize/operator/events');
  assert.equal(new URL(page.url()).pathname, '/organize/operator/events');
  await page.fill('#network', '192.0.2.0/24');
  await presses(page, 'main form.narrow button[type="submit"]');
  await ola.opens('/organize/operator/mail');
  await presses(page, 'main form button[type="submit"]');
  state = await ola.context.storageState();
  await program.mailbox(email, 2);
  const sent = new URLSearchParams({ kind: 'fraud', words: 'It asks for money,\nand a password.', email: 'reader@example.com' });
  const headers = { origin: program.origin, 'x-forwarded-for': '203.0.113.9' };
  for (const path of ['/en/report', '/en/p/not-at-corvane/report']) {
    const answer = await fetch(program.origin + path, { method: 'POST', body: sent, headers, redirect: 'manual' });
    assert.equal(answer.status, 303, path);
  }
  await ola.leaves();
});

after(async () => {
  await launched?.close();
  await program?.stop();
});

const rooms = ['', '/organizations', '/mail', '/reports', '/events'];

for (const room of rooms) {
  const path = `/organize/operator${room}`;
  story(`${path} is sound`, async () => {
    const cookie = state.cookies.map((one) => `${one.name}=${one.value}`).join('; ');
    const answer = await fetch(program.origin + path, { headers: { cookie }, redirect: 'manual' });
    assert.equal(answer.status, 200, path);
    await valid(await answer.text(), path);
    await everywhere(launched, program.origin, path, async (visitor) => visitor.opens(path), { state, focus: true });
  });
}

story('the doctor looks at everything without a script, and what it finds is sound', async () => {
  await everywhere(launched, program.origin, 'the doctor', async (visitor) => {
    await visitor.opens('/organize/operator');
    await presses(visitor.page, 'main form button[type="submit"]');
    assert.equal(new URL(visitor.page.url()).pathname, '/organize/operator/doctor');
    assert.ok(await visitor.page.locator('.findings li').count() > 8);
  }, { state });
});

story('a network that is none is put right at its field', async () => {
  await everywhere(launched, program.origin, 'no network', async (visitor) => {
    const { page } = visitor.expects(422);
    await visitor.opens('/organize/operator/events');
    await page.fill('#network', 'the hall');
    await presses(page, 'main form.narrow button[type="submit"]');
    assert.equal(await page.inputValue('#network'), 'the hall');
    assert.equal(await page.locator('#network-error').count(), 1);
  }, { state });
});

story('a report is dealt with, with a note, without a script', async () => {
  const ola = await Visitor.arrive(launched, program.origin, { script: false, state });
  const { page } = ola;
  await ola.opens('/organize/operator/reports');
  await page.locator('textarea[name="note"]').first().fill('Taken down.');
  await presses(page, 'main form button[value="dealt"]');
  assert.equal(await page.locator('textarea[name="note"]').first().inputValue(), 'Taken down.');
  assert.equal(await page.locator('main button[value="open"]').count(), 1);
  await ola.leaves();
});

story('the pages pass the Nu Html Checker', checked);

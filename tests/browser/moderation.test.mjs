// Decisions about signatures: made with the keyboard alone and without script, and every page of them sound at every width.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before } from 'node:test';
import { checked, everywhere, valid } from './support/checks.mjs';
import { enters, reach } from './support/keyboard.mjs';
import { atTheDesk } from './support/organizer.mjs';
import { Program } from './support/program.mjs';
import { letterPath } from './support/signing.mjs';
import { browser, story, Visitor } from './support/visitor.mjs';

let program, launched, state, room;

before(async () => {
  program = await Program.start();
  launched = await browser();
  ({ state, room } = await atTheDesk(launched, program, letterPath));
});

after(async () => {
  await launched?.close();
  await program?.stop();
});

const cookies = () => state.cookies.map((one) => `${one.name}=${one.value}`).join('; ');

async function sound(path, name) {
  const answer = await fetch(program.origin + path, { headers: { cookie: cookies() }, redirect: 'manual' });
  assert.equal(answer.status, 200, path);
  await valid(await answer.text(), name);
  await everywhere(launched, program.origin, name, async (visitor) => visitor.opens(path), { state });
}

story('somebody is held and counted again with the keyboard alone, without script', async () => {
  const kay = await Visitor.arrive(launched, program.origin, { script: false, width: 390, state });
  const { page } = kay;
  await kay.opens(`${room}/signatures?state=counted`);
  const before = await page.locator('.chips a[aria-current] .n').first().innerText();
  await reach(page, 'input[type="checkbox"][name^="s-"]');
  await page.keyboard.press('Space');
  await reach(page, 'button[name="act"][value="hold"]');
  await enters(page);
  const batch = new URL(page.url()).pathname;
  assert.match(batch, /^\/organize\/batches\//);
  await sound(batch, 'a decision that is to be pressed');
  await reach(page, 'input[name="cause"]');
  await page.keyboard.press('Space');
  await reach(page, 'button[name="then"][value="go"]');
  await enters(page);
  assert.match(await page.locator('[role="status"]').innerText(), /^1 signature is held\.$/);
  await sound(batch, 'a decision that was made');
  const signature = await page.locator('main a[href^="/organize/signatures/"]').first().getAttribute('href');
  await sound(signature, 'one signature');
  await sound(`${room}/held`, 'held and decided');
  await kay.opens(batch);
  await reach(page, 'button[name="then"][value="back"]');
  await enters(page);
  await kay.opens(`${room}/signatures?state=counted`);
  assert.equal(await page.locator('.chips a[aria-current] .n').first().innerText(), before);
  await kay.leaves();
});

story('a list is taken along with the keyboard alone, without script', async () => {
  const kay = await Visitor.arrive(launched, program.origin, { script: false, width: 320, state });
  const { page } = kay;
  await kay.opens(`${room}/signatures`);
  await reach(page, 'main a[href$="/export"]');
  await enters(page);
  await reach(page, '#purpose');
  await page.keyboard.press('ArrowDown');
  assert.notEqual(await page.locator('#purpose').inputValue(), '');
  await reach(page, '#recipient');
  await page.keyboard.type('records team');
  const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  const lines = (await readFile(await file.path(), 'utf8')).trimEnd().split('\n');
  assert.match(lines[0], /full_name/);
  assert.ok(lines.length > 10, `${lines.length} lines`);
  await kay.leaves();
});

story('the Nu Html Checker finds nothing on any of them', checked);

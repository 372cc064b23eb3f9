// Handing a petition over: recipients, the book of signers and the record, with the keyboard alone and without script; every page of it is
// sound at every width, and the page to print fits its paper.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { everywhere, valid } from './support/checks.mjs';
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

story('a petition is handed over with the keyboard alone, without script', async () => {
  const kay = await Visitor.arrive(launched, program.origin, { script: false, width: 320, state });
  const { page } = kay;
  await kay.opens(`${room}/delivery`);
  await reach(page, 'main a[href$="/delivery/recipients"]');
  await enters(page);
  await reach(page, '#name-0');
  await page.keyboard.type('Rosa Vidal');
  await reach(page, '#office-0');
  await page.keyboard.type('Mayor');
  await page.keyboard.press('Enter');
  await page.waitForURL(/saved=true/);
  await reach(page, 'main a[href$="/delivery/book"]');
  await enters(page);
  await reach(page, 'button[value="print"]');
  await enters(page);
  assert.match(page.url(), /\/delivery\/print\?/);
  const names = await page.locator('ol.signers li').count();
  assert.ok(names > 0);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= 320, `${wide}`);
  await kay.opens(`${room}/delivery/book`);
  await reach(page, 'button[value="pdf"]');
  await enters(page);
  assert.match(new URL(page.url()).pathname, /^\/organize\/exports\//);
  for (let looks = 0; looks < 300 && (await page.locator('.sha code').count()) === 0; looks += 1) {
    await page.reload();
  }
  const sum = await page.locator('.sha code').innerText();
  const job = new URL(page.url()).pathname;
  await sound(job, 'a book that is there');
  await kay.opens(`${room}/delivery/new`);
  assert.equal(await page.locator('#recipients').inputValue(), 'Rosa Vidal');
  await page.selectOption('#book', sum);
  await reach(page, '#public');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await page.waitForURL(/saved=true/);
  await sound(`${room}/delivery`, 'a petition that was handed over');
  const record = await page.locator('main a[href^="/organize/deliveries/"]').first().getAttribute('href');
  await sound(record, 'a record of a delivery');
  await sound(`${record}/take-back`, 'a record that is to be deleted');
  await kay.opens(letterPath);
  assert.match(await page.locator('.handed').innerText(), /Rosa Vidal/);
  assert.ok((await page.locator('.handed').innerText()).includes(sum));
  await kay.leaves();
});

for (const query of ['', 'grouping=affiliation&page_breaks=1&lang=es', 'redacted=1&paper=letter']) {
  story(`the page to print is sound: ${query || 'as it is'}`, async () => {
    await sound(`${room}/delivery/print?${query}`, `a book ${query}`);
  });
}

story('what is printed has no menu, and its names stand in two columns', async () => {
  const visitor = await Visitor.arrive(launched, program.origin, { width: 1280, state });
  await visitor.opens(`${room}/delivery/print`);
  const { page } = visitor;
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('.tools').isVisible(), false);
  const left = await page.locator('ol.signers li').evaluateAll((all) => new Set(all.map((one) => Math.round(one.getBoundingClientRect().left))).size);
  assert.equal(left, 2);
  const picture = process.env.UNDERSIGNED_PICTURES;
  if (picture) await page.screenshot({ path: `${picture}/book.png`, fullPage: true, clip: { x: 0, y: 0, width: 1280, height: 2400 } });
  await visitor.leaves();
});

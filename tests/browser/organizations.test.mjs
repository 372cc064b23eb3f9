// Somebody signs for an organization with a picture of their own, by phone, with script and without; an organizer shows it; it
// takes itself back; and every page on the way is sound.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { deflateSync } from 'node:zlib';
import { axe, everywhere, valid } from './support/checks.mjs';
import { atTheDesk } from './support/organizer.mjs';
import { Program } from './support/program.mjs';
import { letterPath, presses, word } from './support/signing.mjs';
import { browser, story, Visitor } from './support/visitor.mjs';

let program, launched, state, queue;

before(async () => {
  program = await Program.start();
  launched = await browser();
  const desk = await atTheDesk(launched, program, letterPath);
  state = desk.state;
  queue = `${desk.room}/organizations`;
});

after(async () => {
  await launched?.close();
  await program?.stop();
});

const form = `/en${letterPath}/organizations/sign`;
const signers = `/en${letterPath}/signers`;
const submit = 'form.card button[type="submit"]';

function crc(bytes) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (0xedb88320 & -(sum & 1));
  }
  return ~sum >>> 0;
}

function chunk(name, inside) {
  const named = Buffer.concat([Buffer.from(name), inside]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(inside.length);
  sum.writeUInt32BE(crc(named));
  return Buffer.concat([length, named, sum]);
}

// A picture of stripes, as a person's drawing program would save it.
function png(width, height) {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, Buffer.from([200, 60, 40, 20, 60, 110]))]);
  const rows = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

async function fills(page, name, email, buffer) {
  await page.fill('#organization', name);
  await page.fill('#contact', 'Paz Contreras Luna');
  await page.fill('#email', email);
  if (buffer) await page.setInputFiles('#logo', { name: 'logo.png', mimeType: 'image/png', buffer });
}

async function ownLink(email) {
  const letter = await program.mailbox(email);
  const found = letter.links.find((one) => new URL(one).pathname.startsWith('/o/'));
  assert.ok(found, `no link in the letter:\n${letter.text}`);
  return found;
}

for (const script of [false, true]) {
  story(`an organization signs, is shown and leaves, with script ${script ? 'on' : 'off'}`, async () => {
    const name = `Faro ${script ? 'Alto' : 'Bajo'}`;
    const email = `paz.${script}@puente.example.org`;
    const paz = (await Visitor.arrive(launched, program.origin, { script, width: 320 })).expects(422);
    await paz.opens(`/en${letterPath}`);
    await presses(paz.page, 'a[href$="/organizations/sign"]');
    await paz.seesNoSidewaysScroll();
    await fills(paz.page, name, email, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'));
    await presses(paz.page, submit);
    assert.match(await paz.page.locator('#errors').innerText(), /SVG/);
    assert.equal(await paz.page.inputValue('#organization'), name, 'what was typed is kept');
    await paz.seesNoSidewaysScroll();
    await paz.page.setInputFiles('#logo', { name: 'logo.png', mimeType: 'image/png', buffer: png(900, 300) });
    await presses(paz.page, submit);
    assert.match(paz.page.url(), /\/organizations\/check$/);
    await paz.seesNoSidewaysScroll();
    const own = await ownLink(email);
    await paz.opens(own);
    const image = paz.page.locator('.endorser img');
    assert.equal(await image.getAttribute('width'), '160');
    if (script) assert.equal(await image.evaluate((one) => one.naturalWidth), 320, 'the logo is there, fine enough for any screen');
    await paz.seesNoSidewaysScroll();
    await presses(paz.page, 'button[value="confirm"]');
    assert.match(await paz.page.locator('[role="status"]').innerText(), /still have to look at it/);

    const reader = await Visitor.arrive(launched, program.origin, { script, state, width: 1280 });
    await reader.opens(queue);
    const card = reader.page.locator('section.card', { hasText: name });
    assert.match(await card.innerText(), /Paz Contreras Luna/);
    await Promise.all([reader.page.waitForNavigation({ waitUntil: 'load' }), card.locator('button[value="show"]').click()]);
    await reader.leaves();

    const stranger = await Visitor.arrive(launched, program.origin, { script, width: 320 });
    await stranger.opens(signers);
    assert.match(await stranger.page.locator('main h2').first().innerText(), /Organizations/);
    const line = stranger.page.locator('.endorsers li', { hasText: name });
    assert.equal(await line.locator('img').getAttribute('alt'), '');
    await stranger.seesNoSidewaysScroll();
    await stranger.leaves();

    await paz.opens(own);
    await presses(paz.page, 'a[href$="/withdraw"]');
    await paz.page.fill('#word', word(await program.mailbox(email)));
    await presses(paz.page, 'main form button[type="submit"]');
    assert.match(await paz.page.locator('[role="status"]').innerText(), /deleted/);
    assert.ok(!(await (await fetch(program.origin + signers)).text()).includes(name));
    await paz.leaves();
  });
}

story('the pages of an organization are sound in every state', async () => {
  const email = 'paz.sound@puente.example.org';
  for (const [name, path] of [
    ['the form', form],
    ['el formulario', `/es${letterPath}/organizations/sign`],
    ['check your email', `/en${letterPath}/organizations/check`],
    ['not us', `/es${letterPath}/organizations/check?done=not-us`],
    ['signers with organizations', signers],
  ]) {
    await everywhere(launched, program.origin, name, async (visitor) => visitor.opens(path));
    await valid(await (await fetch(program.origin + path)).text(), name);
  }
  const paz = (await Visitor.arrive(launched, program.origin)).expects(422);
  await paz.opens(form);
  await presses(paz.page, submit);
  await axe(paz, 'the form with errors');
  assert.equal(await paz.page.evaluate(() => document.activeElement.id), 'errors', 'what is wrong is read first');
  await everywhere(launched, program.origin, 'the form with errors', async (visitor) => {
    await visitor.expects(422).opens(form);
    await fills(visitor.page, '', 'nobody', png(8, 8));
    await presses(visitor.page, submit);
  });
  await paz.opens(form);
  await fills(paz.page, 'Sonido Claro', email, png(600, 600));
  await presses(paz.page, submit);
  const own = await ownLink(email);
  const sound = async (name, path) => {
    await everywhere(launched, program.origin, name, async (visitor) => visitor.opens(path));
    await valid(await (await fetch(path)).text(), name);
  };
  await sound('about to be confirmed', own);
  await paz.opens(own);
  await presses(paz.page, 'button[value="confirm"]');
  await sound('confirmed', own);
  await sound('asked before it leaves', `${own}/withdraw`);
  await paz.leaves();
});

story('organizations to decide about are sound', async () => {
  for (const path of [queue, `${queue}?state=shown`, `${queue}?state=refused`, `${queue}?told=twice`, queue.replace(/organizations$/, 'export')]) {
    await everywhere(launched, program.origin, path, async (visitor) => visitor.opens(path), { state });
  }
});

// The first run: from the printed link to a draft on a phone, without a script, in English and in Spanish; every step is sound.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { checked, everywhere, valid } from './support/checks.mjs';
import { fresh } from './support/program.mjs';
import { presses } from './support/signing.mjs';
import { browser, story, Visitor } from './support/visitor.mjs';

let launched;
const programs = [];

async function begins() {
  const begun = await fresh();
  programs.push(begun.program);
  return begun;
}

before(async () => {
  launched = await browser();
});

after(async () => {
  await launched?.close();
  for (const program of programs) await program.stop();
});

const readers = {
  en: { none: 'Nobody has set this site up yet.', caught: 'Mail is caught on this machine', example: 'Dear members of the council,', draft: 'Open it till nine' },
  es: { none: 'Nadie ha puesto en marcha este sitio todavía.', caught: 'El correo se queda en esta máquina', example: 'Estimadas concejalas', draft: 'Que abra hasta las nueve' },
};

for (const [language, said] of Object.entries(readers)) {
  story(`four steps without a script, read in ${language}`, async () => {
    const { program, link } = await begins();
    const mia = await Visitor.arrive(launched, program.origin, { script: false, width: 390, language });
    const { page } = mia;
    const path = () => new URL(page.url()).pathname;
    const sound = async (name) => {
      assert.equal(await page.getAttribute('html', 'lang'), language, name);
      await valid(await page.content(), `${name}, ${language}`);
      await mia.seesNoSidewaysScroll();
    };
    const go = 'main form button[type="submit"]';

    await mia.opens('/');
    await sound('nobody has set it up');
    assert.match(await page.innerText('main'), new RegExp(said.none));
    await everywhere(launched, program.origin, `nobody has set it up, ${language}`, (one) => one.opens('/'), { language });

    await mia.opens(link);
    await sound('you');
    await everywhere(launched, program.origin, `you, ${language}`, (one) => one.opens(link), { language });
    await page.fill('#name', 'Mia Ortega');
    await page.fill('#email', 'mia@example.com');
    await page.fill('#password', 'vellum orchard tram');
    await page.fill('#again', 'vellum orchard tram');
    await presses(page, go);
    assert.equal(path(), '/organize/first/organization');

    const soundForAll = async (name) => {
      const state = await mia.context.storageState();
      const at = path();
      await sound(name);
      await everywhere(launched, program.origin, `${name}, ${language}`, (one) => one.opens(at), { state, language });
    };
    await soundForAll('organization');
    await page.fill('#name', 'Harbor Readers');
    await presses(page, 'main form.narrow button[type="submit"]');
    assert.equal(path(), '/organize/first/mail');

    await soundForAll('mail that nobody has tried');
    await mia.opens('/organize?later=true');
    assert.equal(path(), '/organize');
    await soundForAll('what is open');
    await mia.opens('/organize');
    assert.equal(path(), '/organize/first/mail', 'it leads on');
    await presses(page, 'main form.card button[type="submit"]');
    await program.mailbox('mia@example.com');
    for (let tries = 0; tries < 100 && !(await page.innerText('main')).includes(said.caught); tries += 1) {
      await mia.opens('/organize/first/mail');
    }
    assert.ok((await page.innerText('main')).includes(said.caught), await page.innerText('main'));
    await soundForAll('mail that goes out');
    await page.click('main a.btn');
    assert.equal(path(), '/organize/first/petition');

    assert.ok((await page.innerText('main')).includes(said.example));
    await soundForAll('the first petition');
    await page.fill('#title', said.draft);
    await presses(page, 'main form.narrow button[type="submit"]');
    assert.match(path(), /\/edit$/);
    await mia.leaves();
  });
}

story('with a script the petition begins in the zone of the browser', async () => {
  const { program, link } = await begins();
  const mia = await Visitor.arrive(launched, program.origin);
  const { page } = mia;
  await mia.opens(link);
  await page.fill('#name', 'Mia Ortega');
  await page.fill('#email', 'mia@example.com');
  await page.fill('#password', 'vellum orchard tram');
  await page.fill('#again', 'vellum orchard tram');
  await presses(page, 'main form button[type="submit"]');
  await page.fill('#name', 'Harbor Readers');
  await presses(page, 'main form.narrow button[type="submit"]');
  await mia.opens('/organize/petitions/new');
  const told = await page.inputValue('[data-zone]');
  assert.equal(told, await page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone));
  await mia.leaves();
});

story('the Nu Html Checker has nothing to say', checked);

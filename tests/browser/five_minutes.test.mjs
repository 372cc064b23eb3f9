// The claim of five minutes: from the printed link to a published page and the first signature that counts, without a script, in English on a wide
// screen and in Spanish on a phone, with at most twenty fields filled in by everybody together.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { confirms, counted, presses, signButton } from './support/signing.mjs';
import { fresh } from './support/program.mjs';
import { browser, story, Visitor } from './support/visitor.mjs';

const MOST = 20;
let launched;
const programs = [];

before(async () => {
  launched = await browser();
});

after(async () => {
  await launched?.close();
  for (const program of programs) await program.stop();
});

const readers = [
  { language: 'en', width: 1280, title: 'Open it till nine', target: 'the City Council', ask: 'Keep the reading room open until nine.', letter: 'Dear council,\n\nWe read **late**.', slug: 'open-it-till-nine', kept: 'late' },
  { language: 'es', width: 390, title: 'Que abra hasta las nueve', target: 'el Concejo Municipal', ask: 'Mantengan abierta la sala hasta las nueve.', letter: 'Estimado concejo:\n\nLeemos **tarde**.', slug: 'que-abra-hasta-las-nueve', kept: 'tarde' },
];

for (const said of readers) {
  story(`from the link to the first signature in ${said.language} at ${said.width} px`, async () => {
    const { program, link } = await fresh();
    programs.push(program);
    const { language, width } = said;
    let fields = 0;
    const fills = async (page, field, text) => {
      fields += 1;
      await page.fill(field, text);
    };
    const mia = await Visitor.arrive(launched, program.origin, { script: false, width, language });
    const { page } = mia;
    const path = () => new URL(page.url()).pathname;
    const go = 'main form button[type="submit"]';

    await mia.opens(link);
    await fills(page, '#name', 'Mia Ortega');
    await fills(page, '#email', 'mia@example.com');
    await fills(page, '#password', 'vellum orchard tram');
    await fills(page, '#again', 'vellum orchard tram');
    await presses(page, go);
    await fills(page, '#name', 'Harbor Readers');
    await presses(page, 'main form.narrow button[type="submit"]');
    await presses(page, 'main form.card button[type="submit"]');
    await program.mailbox('mia@example.com');
    await mia.opens('/organize/first/petition');
    await fills(page, '#title', said.title);
    await fills(page, '#target', said.target);
    await presses(page, 'main form.narrow button[type="submit"]');
    assert.match(path(), /\/edit$/);

    const example = await page.getAttribute(`#body-${language}`, 'placeholder');
    assert.ok(example.length > 100, 'a letter as an example');
    await fills(page, `#ask-${language}`, said.ask);
    await fills(page, `#body-${language}`, said.letter);
    await presses(page, 'button[name="then"][value="publish"]');
    assert.match(path(), /\/publish$/);
    await mia.seesNoSidewaysScroll();
    await presses(page, go);
    assert.match(path(), /\/share$/);
    await mia.leaves();

    const sam = await Visitor.arrive(launched, program.origin, { script: false, width, language });
    await sam.opens(`/p/${said.slug}`);
    assert.equal(await sam.page.getAttribute('html', 'lang'), language);
    assert.equal(await sam.page.locator('main strong', { hasText: said.kept }).count(), 1, 'the letter as it was typed');
    assert.ok(!(await sam.page.innerText('main')).includes(example.slice(0, 20)), 'and nothing of the example');
    await fills(sam.page, '#name', 'Sam Okafor');
    await fills(sam.page, '#email', 'sam@example.org');
    fields += 1;
    await sam.page.check('input[name="updates"][value="no"]');
    await presses(sam.page, signButton);
    await confirms(sam, await program.mailbox('sam@example.org'));
    assert.equal(await counted(program, `/p/${said.slug}`), 1);
    await sam.leaves();
    assert.ok(fields <= MOST, `${fields} fields`);
  });
}

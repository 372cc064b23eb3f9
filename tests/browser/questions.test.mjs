// The organizers' own questions: written with the keyboard alone and without script, sound at every width in the editor and on the form,
// also in long words and from right to left; and answered without script.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { axe, everywhere, valid } from './support/checks.mjs';
import { enters, reach } from './support/keyboard.mjs';
import { atTheDesk } from './support/organizer.mjs';
import { Program } from './support/program.mjs';
import { confirms, fillsIn, letterPath, presses, signButton } from './support/signing.mjs';
import { browser, story, Visitor } from './support/visitor.mjs';
import { KB, sum, weighed } from './support/weight.mjs';

let program, launched, state, room;
const kinds = ['one', 'several', 'short', 'long', 'number', 'date', 'tick'];
const save = 'main form button[type="submit"].btn:not([name])';

before(async () => {
  program = await Program.start();
  launched = await browser();
  ({ state, room } = await atTheDesk(launched, program, letterPath));
  await writes(kinds);
});

// Puts a question of each of these kinds on the form, without script.
async function writes(wanted) {
  const owner = await Visitor.arrive(launched, program.origin, { script: false, state });
  for (const kind of wanted) {
    await owner.opens(`${room}/questions`);
    await owner.page.selectOption('#kind', kind);
    await presses(owner.page, 'form[method="get"] button[type="submit"]');
    await owner.page.fill('#label', `What will you do about it (${kind})?`);
    await owner.page.fill('#purpose', 'To plan rooms for the meeting in May.');
    await owner.page.fill('#hint', 'One sentence is enough.');
    for (const [n, words] of ['I will write', 'I will come to the meeting', 'Neither'].entries()) {
      if (await owner.page.locator(`#new-${n}`).count()) await owner.page.fill(`#new-${n}`, words);
    }
    await presses(owner.page, save);
    assert.ok(await owner.page.locator('[role="status"]').count(), `${kind} is saved`);
  }
  await owner.leaves();
}

after(async () => {
  await launched?.close();
  await program?.stop();
});

const cookies = () => state.cookies.map((one) => `${one.name}=${one.value}`).join('; ');

for (const path of ['/questions', '/new-question?kind=several', '/questions/1', '/questions/2?lang=es']) {
  story(`${path} is sound`, async () => {
    const answer = await fetch(`${program.origin}${room}${path}`, { headers: { cookie: cookies() } });
    await valid(await answer.text(), path);
    await everywhere(launched, program.origin, path, async (visitor) => visitor.opens(room + path), { state, focus: true });
  });
}

for (const path of [letterPath, '/es/p/legal-research-without-raids']) {
  story(`${path} is sound with seven questions, and so is what has to be put right`, async () => {
    await valid(await (await fetch(program.origin + path)).text(), path);
    await everywhere(launched, program.origin, path, async (visitor) => visitor.opens(path), { focus: true });
    await everywhere(launched, program.origin, `${path}, sent empty`, async (visitor) => {
      await visitor.expects(422).opens(path);
      await visitor.page.fill('[name="q-5"]', 'many');
      await presses(visitor.page, signButton);
      assert.equal(await visitor.page.inputValue('[name="q-5"]'), 'many');
      assert.ok(await visitor.page.locator('#errors a[href="#q-5"]').count());
    });
  });
}

story('the form in a frame is sound with seven questions', async () => {
  const path = '/embed/legal-research-without-raids?kind=form&lang=en';
  await everywhere(launched, program.origin, path, async (visitor) => visitor.opens(path));
});

story('the form holds in long words and from right to left', async () => {
  const visitor = await Visitor.arrive(launched, program.origin);
  for (const path of [letterPath, `${room}/questions`, `${room}/questions/2`]) {
    const reader = path === letterPath ? visitor : await Visitor.arrive(launched, program.origin, { state });
    for (const dir of ['ltr', 'rtl']) {
      await reader.opens(path);
      await reader.page.evaluate((turned) => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const texts = [];
        while (walker.nextNode()) texts.push(walker.currentNode);
        for (const node of texts) {
          const is_said = node.textContent.trim() && !node.parentElement.closest('script, style, textarea');
          if (is_said) node.textContent = `${node.textContent.replaceAll('e', 'é')} ${node.textContent.split(' ').slice(0, 2).join(' ')}`;
        }
        document.documentElement.dir = turned;
      }, dir);
      for (const width of [320, 1280]) {
        await reader.page.setViewportSize({ width, height: 844 });
        await axe(reader, `${path}, ${dir}, ${width} px`);
        await reader.seesNoSidewaysScroll();
      }
    }
    if (reader !== visitor) await reader.leaves();
  }
  await visitor.leaves();
});

story('a question is written, moved and answered with the keyboard alone', async () => {
  const kay = await Visitor.arrive(launched, program.origin, { width: 1280, state });
  const { page } = kay;
  await kay.opens(`${room}/questions/1`);
  await reach(page, '#option-1');
  await page.keyboard.press('End');
  await page.keyboard.type(' a letter');
  // Enter in a line saves; it moves nothing and asks what the new words mean
  kay.expects(422);
  await enters(page);
  assert.deepEqual(await page.locator('input[id^="option-"]').evaluateAll((all) => all.map((one) => one.value)), [
    'I will write a letter', 'I will come to the meeting', 'Neither',
  ]);
  await reach(page, 'input[name="means-1"]');
  await page.keyboard.press('Space');
  await reach(page, 'button[name="shift"][value="down-1"]');
  await enters(page);
  assert.deepEqual(await page.locator('input[id^="option-"]').evaluateAll((all) => all.map((one) => one.value)), [
    'I will come to the meeting', 'I will write a letter', 'Neither',
  ]);
  await kay.opens(`${room}/questions`);
  await reach(page, 'button[name="act"][value="up-2"]');
  await enters(page);
  await kay.opens(letterPath);
  assert.equal(await page.locator('form.sign input[id^="q-"]').first().getAttribute('id'), 'q-2');
  await reach(page, '#q-2');
  await page.keyboard.press('Space');
  // the group has one stop, at "no answer", and the arrow goes on to the first
  await reach(page, '[name="q-1"]');
  await page.keyboard.press('ArrowDown');
  assert.ok(await page.locator('[name="q-1"][value="2"]').isChecked());
  await kay.leaves();
});

story('answers without script come to the own page', async () => {
  const email = 'asked@example.org';
  const sam = await Visitor.arrive(launched, program.origin, { script: false });
  const { page } = sam;
  await sam.opens(letterPath);
  await fillsIn(page, { email });
  await page.check('[name="q-1"][value="2"]');
  await page.check('[name="q-2-3"]');
  await page.fill('#q-3', 'At the quay');
  await page.check('#q-7');
  await presses(page, signButton);
  const letter = await program.mailbox(email);
  await confirms(sam, letter);
  const own = await page.locator('a[href^="/m/"]').first().getAttribute('href');
  await valid(await (await fetch(program.origin + own)).text(), 'the own page');
  await everywhere(launched, program.origin, 'the own page', async (visitor) => visitor.opens(own));
  await sam.opens(own);
  assert.equal(await page.inputValue('#q-3'), 'At the quay');
  assert.ok(await page.locator('[name="q-1"][value="2"]').isChecked());
  await page.check('[name="q-1"][value=""]');
  await presses(page, 'form.card button[type="submit"].btn:not(.quiet)');
  assert.ok(await page.locator('[name="q-1"][value=""]').isChecked(), 'taken back');
  await sam.leaves();
});

story('thirty questions are sound on a phone, drawn in the editor, and answered', async () => {
  const more = Array.from({ length: 30 - kinds.length }, (_, n) => ['one', 'several', 'tick', 'short', 'number', 'date'][n % 6]);
  await writes(more);
  for (const [path, visits] of [[letterPath, {}], [`${room}/edit/form`, { state }], [`${room}/questions`, { state }]]) {
    await everywhere(launched, program.origin, path, async (visitor) => visitor.opens(path), visits);
    const parts = await weighed(launched, program.origin, path, visits);
    assert.ok(sum(parts) <= 120 * KB, `${path}: ${JSON.stringify(parts, null, 1)}`);
  }
  const email = 'thirty@example.org';
  const sam = await Visitor.arrive(launched, program.origin, { script: false, width: 320 });
  const { page } = sam;
  await sam.opens(letterPath);
  await fillsIn(page, { email });
  assert.equal(await page.locator('form.sign [name^="q-"]').evaluateAll((all) => new Set(all.map((one) => one.name.split('-')[1])).size), 30);
  await page.fill('#q-30', '7');
  await presses(page, signButton);
  await confirms(sam, await program.mailbox(email));
  await sam.leaves();
});

// The forms a page takes that nobody hopes for: not yet open, paused, taken down, dangerous; a word or a code that is asked for; an
// address that is wrong; "this was not me"; no more letters. Each is sound in both schemes and at three widths.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { axe, checked, everywhere, valid } from './support/checks.mjs';
import { atTheDesk } from './support/organizer.mjs';
import { Program } from './support/program.mjs';
import { closedPath, confirmButton, confirms, fillsIn, letterPath, link, pledgePath, presses, signButton, signs } from './support/signing.mjs';
import { browser, story, Visitor } from './support/visitor.mjs';

let program, launched;

before(async () => {
  program = await Program.start();
  launched = await browser();
});

after(async () => {
  await launched?.close();
  await program?.stop();
});

const submit = 'main form button[type="submit"]';

// The page of visitors, asked for until it says what the organizer has done.
async function says(path, words, status = 200) {
  for (const deadline = Date.now() + 20_000; Date.now() < deadline; ) {
    const answer = await fetch(program.origin + path, { cache: 'no-store' });
    const html = await answer.text();
    if (answer.status === status && html.includes(words)) return valid(html, `${path}: ${words}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  assert.fail(`${path} does not say “${words}”`);
}

async function sound(name, path, status = 200, options = {}) {
  await everywhere(launched, program.origin, name, async (visitor) => visitor.expects(status).opens(path), options);
}

story('a new letter: not yet open, dangerous, paused, taken down', async () => {
  const { state } = await atTheDesk(launched, program, letterPath);
  const owner = await Visitor.arrive(launched, program.origin, { state, width: 1280 });
  const { page } = owner;
  await owner.opens('/organize/petitions/new');
  await page.check('input[name="kind"][value="letter"]');
  await page.fill('[name="title"]', 'Nobody watches the nurses');
  await page.fill('[name="target"]', 'the Board of Merton Clinics');
  await presses(page, submit);
  const room = new URL(page.url()).pathname.replace(/\/edit$/, '');
  await page.fill('[name="ask-en"]', 'Take the cameras out of the break rooms.');
  await page.fill('[name="body-en"]', 'A break is a break.');
  await page.check('[name="published-en"]');
  await presses(page, '.keep button:not([name])');
  await owner.opens(`${room}/edit/dates`);
  const slug = await page.inputValue('[name="slug"]');
  const path = `/en/p/${slug}`;
  const tomorrow = new Date(Date.now() + 36 * 3600_000).toISOString().slice(0, 10);
  await page.fill('[name="opens_on"]', tomorrow);
  await presses(page, '.keep button:not([name])');
  await sound('a draft to delete', `${room}/delete`, 200, { state });
  await owner.opens(`${room}/publish`);
  await presses(page, submit);
  await says(path, 'Signing has not begun');
  await sound('not yet open', path);
  await owner.opens(`${room}/close`);
  await presses(page, submit);
  await sound('to be opened again', `${room}/reopen`, 200, { state });

  // The demonstration's pledge is open: it becomes dangerous, is paused, and is taken down.
  const pledge = await atTheDesk(launched, program, pledgePath);
  await owner.opens(`${pledge.room}/edit/protection`);
  await page.check('[name="high_risk"]');
  await page.fill('[name="watched_domains"]', 'corvane.example');
  await presses(page, '.keep button:not([name])');
  await says(`/en${pledgePath}`, 'data-leave');
  await sound('dangerous', `/en${pledgePath}`, 200, { focus: true });
  await everywhere(launched, program.origin, 'a watched address', async (visitor) => {
    await visitor.expects(422).opens(`/en${pledgePath}`);
    await visitor.page.locator('input[name="promise"]').first().check();
    await fillsIn(visitor.page, { email: 'sam@corvane.example' });
    await presses(visitor.page, signButton);
    assert.equal(await visitor.page.locator('input[name="sure"]').count(), 1, 'it is asked about');
  }, { focus: true });
  await owner.opens(`${pledge.room}/pause`);
  await presses(page, submit);
  await says(`/en${pledgePath}`, 'paused');
  await sound('paused', `/en${pledgePath}`);
  await owner.opens(`${pledge.room}/remove`);
  await presses(page, submit);
  await says(`/en${pledgePath}`, 'taken this petition down', 410);
  await sound('taken down', `/en${pledgePath}`, 410);
  await sound('out of the list', `${pledge.room}/archive`, 200, { state });
  await says(`/en${pledgePath}/my-signature`, 'Send me the link');
  await sound('the way back out of it', `/en${pledgePath}/my-signature`);
  await owner.leaves();
});

story('"check your email" with a wrong address and a wrong code', async () => {
  for (const [field, typed] of [['email', 'not an address'], ['code', '2222-2222']]) {
    await everywhere(launched, program.origin, `a wrong ${field}`, async (visitor) => {
      visitor.expects(422);
      await signs(visitor, letterPath, { email: `wrong.${field}@example.org` });
      await visitor.page.locator('details').evaluateAll((all) => all.forEach((one) => (one.open = true)));
      await visitor.page.fill(`[name="${field}"]`, typed);
      await presses(visitor.page, `form:has([name="${field}"]) button[type="submit"]`);
      assert.equal(await visitor.page.inputValue(`[name="${field}"]`), typed, 'kept');
      assert.equal(await visitor.page.locator('#errors').count(), 1);
    });
  }
});

story('the word that is asked for, and the new letter after it', async () => {
  const email = 'word@example.org';
  const sam = await Visitor.arrive(launched, program.origin);
  await signs(sam, letterPath, { email });
  await sam.leaves();
  const letter = await program.mailbox(email);
  // A program that takes every link and presses at once is asked for the word.
  const asked = async (visitor) => {
    await visitor.expects(422).opens(link(letter));
    if (!(await visitor.page.locator('input[name="word"]').count())) await presses(visitor.page, confirmButton);
  };
  await everywhere(launched, program.origin, 'the word', async (visitor) => {
    await asked(visitor);
    assert.equal(await visitor.page.locator('input[name="word"]').getAttribute('type'), 'text');
  });
  const wrong = await Visitor.arrive(launched, program.origin);
  await asked(wrong);
  for (let tries = 0; tries < 3; tries += 1) {
    await wrong.page.fill('input[name="word"]', 'zzz');
    await presses(wrong.page, confirmButton);
    await axe(wrong, `a wrong word, ${tries + 1}`);
    await wrong.seesNoSidewaysScroll();
  }
  assert.equal(await wrong.page.locator('input[name="word"]').count(), 0, 'no more of them');
  await presses(wrong.page, 'button[name="choice"][value="letter"]');
  await axe(wrong, 'a new letter is on its way');
  await wrong.leaves();
});

story('withdrawn, "this was not me", and no more letters', async () => {
  const sam = await Visitor.arrive(launched, program.origin);
  await signs(sam, letterPath, { email: 'leaves@example.org' });
  const letter = await program.mailbox('leaves@example.org');
  await confirms(sam, letter);
  await sound('asks before the letters stop', `${link(letter)}/unsubscribe`);
  await sam.opens(`${link(letter)}/unsubscribe`);
  await presses(sam.page, submit);
  await axe(sam, 'no more letters');
  await sam.opens(`/en${letterPath}/signed`);
  const withdraw = program.origin + (await sam.page.locator('a[href$="/withdraw"]').getAttribute('href'));
  await presses(sam.page, 'a[href$="/withdraw"]');
  await presses(sam.page, 'main form button.btn:not(.quiet), main form button[type="submit"]');
  await sound('withdrawn', withdraw);
  await sound('the way back', withdraw.replace(/withdraw$/, 'back'));
  await sound('a withdrawn signature, for anybody', link(letter));
  await sam.leaves();
  const kim = await Visitor.arrive(launched, program.origin);
  await signs(kim, letterPath, { email: 'notme@example.org' });
  const other = await program.mailbox('notme@example.org');
  await kim.opens(link(other));
  await presses(kim.page, 'button[name="choice"][value="reject"]');
  await sound('not me', link(other));
  await kim.leaves();
});

// What follows from the number follows it: the distance, the strokes, and what is read aloud of them.
story('the count moves on while somebody reads', async () => {
  const reader = await Visitor.arrive(launched, program.origin);
  await reader.page.clock.install();
  await reader.opens(`/en${letterPath}`);
  await reader.page.fill('#name', 'Half typed');
  const told = () => reader.page.locator('[data-count]').evaluate((all) => ({
    number: all.querySelector('.count b').textContent,
    strokes: all.querySelector('progress').getAttribute('aria-label'),
    words: all.innerText,
  }));
  const before = await told();
  const sam = await Visitor.arrive(launched, program.origin);
  await signs(sam, letterPath, { email: 'moves@example.org' });
  await confirms(sam, await program.mailbox('moves@example.org'));
  await sam.leaves();
  await reader.page.clock.runFor(31_000);
  await reader.page.waitForFunction((old) => document.querySelector('.count b').textContent !== old, before.number, { polling: 100 }).catch(() => {});
  const after = await told();
  assert.notEqual(after.number, before.number);
  assert.ok(after.strokes.includes(after.number), `${after.strokes} says ${after.number}`);
  assert.notEqual(after.words.replace(after.number, ''), before.words.replace(before.number, ''), 'the distance too');
  assert.equal(await reader.page.inputValue('#name'), 'Half typed', 'nothing typed is lost');
  await axe(reader, 'after the count has moved');
  await reader.leaves();
});

story('no box is ticked and nothing is chosen before somebody does it', async () => {
  for (const path of [letterPath, pledgePath, closedPath, `${letterPath}/my-signature`, `${letterPath}/organizations/sign`]) {
    const html = await (await fetch(program.origin + path)).text();
    const ticked = html.match(/<input[^>]*type="(?:checkbox|radio)"[^>]*\schecked[^>]*>/g) ?? [];
    assert.deepEqual(ticked.filter((one) => !one.includes('value="counted"')), [], path);
  }
});

story('the Nu Html Checker finds nothing on any of them', checked);

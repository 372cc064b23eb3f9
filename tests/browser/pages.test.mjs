// Every page a supporter sees: axe in both schemes and three widths, no sideways scroll, HTML as it should be.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { axe, checked, everywhere, valid } from './support/checks.mjs';
import { Program } from './support/program.mjs';
import { closedPath, confirms, letterPath, link, pledgePath, signButton, signs } from './support/signing.mjs';
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

const quiet = ['/', '/es', '/en/trust', '/en/api', '/es/api', '/es/report', `/en${letterPath}/report`, '/en/organizations/sanctuary-research-network', `/en${letterPath}/share/mastodon?via=4k7f3m9q`, letterPath, pledgePath, closedPath, `/es${letterPath}`, `${letterPath}/privacy`, `/es${letterPath}/accessibility`,
  `${letterPath}/wordings`, `${letterPath}/corrections`, `${letterPath}/signers`, `${letterPath}/signers?by=affiliation`, `${letterPath}/signers?q=ma`];

for (const path of quiet) {
  story(`${path} is sound`, async () => {
    const answer = await fetch(program.origin + path);
    assert.equal(answer.status, 200);
    await valid(await answer.text(), path);
    await everywhere(launched, program.origin, path, async (visitor) => {
      await visitor.opens(path);
      await visitor.hasNoCookies();
    });
  });
}

story('the form with errors is sound', async () => {
  await everywhere(launched, program.origin, 'errors', async (visitor) => {
    await visitor.expects(422).opens(letterPath);
    await visitor.page.click(signButton);
    await visitor.page.waitForSelector('#errors');
  });
});

story('the page that asks for a server, with an error, is sound', async () => {
  await everywhere(launched, program.origin, 'server errors', async (visitor) => {
    await visitor.expects(422).opens(`/en${letterPath}/share/mastodon`);
    await visitor.page.click('main button[type="submit"]');
    await visitor.page.waitForSelector('#errors');
  });
});

story('a page that is not there is sound', async () => {
  await everywhere(launched, program.origin, 'not found', async (visitor) => {
    await visitor.expects(404).opens('/p/nothing-of-that-name');
  });
});

// Mailboxes on phones show a letter as wide as it is: it has to break.
async function fitsAPhone(letter, name) {
  const visitor = await Visitor.arrive(launched, program.origin, { width: 320, script: false });
  await visitor.page.setContent(letter.html);
  await visitor.seesNoSidewaysScroll();
  assert.ok((await visitor.page.locator('body').innerText()).length > 100, `${name} says something`);
  await visitor.leaves();
}

story('"check your email", the page of the link, and the question that may follow are sound', async () => {
  const email = 'pages@example.org';
  const sam = await Visitor.arrive(launched, program.origin);
  await signs(sam, letterPath, { email });
  const check = sam.page.url();
  await everywhere(launched, program.origin, 'check your email', async (visitor) => visitor.opens(check));
  await valid(await (await fetch(check)).text(), 'check your email');
  const asked = await program.mailbox(email);
  await fitsAPhone(asked, 'the letter that asks to confirm');
  const confirm = link(asked);
  await everywhere(launched, program.origin, 'confirm', async (visitor) => visitor.opens(confirm));
  await valid(await (await fetch(confirm)).text(), 'confirm');
  await sam.leaves();
});

story('the page of a counted signature, and the one that asks before withdrawing, are sound', async () => {
  const email = 'counted@example.org';
  const sam = await Visitor.arrive(launched, program.origin);
  await signs(sam, letterPath, { email });
  const letter = await program.mailbox(email);
  await confirms(sam, letter);
  await axe(sam, 'counted');
  await sam.seesNoSidewaysScroll();
  const signed = sam.page.url();
  assert.match(signed, /\/signed$/);
  const withdraw = program.origin + (await sam.page.locator('a[href$="/withdraw"]').getAttribute('href'));
  for (const [name, path] of [
    ['settled', link(letter)],
    ['signed, for anybody', signed],
    ['withdraw', withdraw],
  ]) {
    await everywhere(launched, program.origin, name, async (visitor) => visitor.opens(path));
    await valid(await (await fetch(path)).text(), name);
  }
  await sam.leaves();
});

story('a link that leads nowhere is sound', async () => {
  await everywhere(launched, program.origin, 'link gone', async (visitor) => {
    await visitor.expects(404).expects(410).opens('/c/00000000000000000000000000');
  });
});

story('the captured mail is sound', async () => {
  const page = await fetch(`${program.origin}/dev/mail`);
  assert.equal(page.status, 200, 'this machine may read it');
  await valid(await page.text(), '/dev/mail');
  const stranger = await fetch(`${program.origin}/dev/mail`, { headers: { 'x-forwarded-for': '198.51.100.1' } });
  assert.ok([403, 404].includes(stranger.status), `a stranger gets ${stranger.status}`);
});

story('the Nu Html Checker finds nothing on any of them', checked);

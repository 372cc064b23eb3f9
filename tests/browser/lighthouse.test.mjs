// What Lighthouse says of the pages a supporter meets, as on a slow phone: accessibility, best practices and search engines, 100
// each. How fast they are is measured in benches/run, not here: a test never fails by the clock.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { scores } from './support/lighthouse.mjs';
import { atTheDesk } from './support/organizer.mjs';
import { Program } from './support/program.mjs';
import { confirms, letterPath, pledgePath, signs } from './support/signing.mjs';
import { browser, nothing, story, Visitor } from './support/visitor.mjs';

let program, launched;

before(async () => {
  program = await Program.start();
  launched = await browser();
});

after(async () => {
  await launched?.close();
  await program?.stop();
});

async function isBest(url, categories, headers) {
  const { reached, short } = await scores(url, categories, headers);
  nothing(short, `Lighthouse on ${url}`);
  assert.deepEqual(reached, Object.fromEntries(categories.map((category) => [category, 1])));
}

for (const path of [`/en${letterPath}`, `/es${pledgePath}`]) {
  story(`${path} has full marks`, () => isBest(program.origin + path, ['accessibility', 'best-practices', 'seo']));
}

// The page behind the link of the mail is nobody else's business: search engines are kept out, and so is their mark.
story('the page that says thank you has full marks', async () => {
  const email = 'lighthouse@example.org';
  const sam = await Visitor.arrive(launched, program.origin);
  await signs(sam, letterPath, { email });
  const letter = await program.mailbox(email);
  await confirms(sam, letter);
  await sam.leaves();
  await isBest(`${program.origin}/en${letterPath}/signed`, ['accessibility', 'best-practices']);
});

// Organizers' pages are kept out of search engines too, and what is left of best practices is asked of every page by axe and the others.
story('the pages of people, account, log and settings have full marks for accessibility', async () => {
  const { state } = await atTheDesk(launched, program, letterPath);
  const headers = { cookie: state.cookies.map((one) => `${one.name}=${one.value}`).join('; ') };
  const first = await (await fetch(`${program.origin}/organize`, { headers })).text();
  const organization = first.match(/href="(\/organize\/organizations\/[^"/]+)"/)?.[1];
  const rooms = ['', '/people', '/activity', '/look', '/security'].map((room) => organization + room);
  for (const path of [...rooms, '/organize/account', '/organize/account/notices', '/organize/second-factor']) {
    const answer = await fetch(program.origin + path, { headers, redirect: 'manual' });
    assert.equal(answer.status, 200, path);
    await isBest(program.origin + path, ['accessibility'], headers);
  }
});

// What Lighthouse says of the pages a supporter meets, as on a slow phone: accessibility, best practices and search engines, 100
// each. How fast they are is measured in benches/run, not here: a test never fails by the clock.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { scores } from './support/lighthouse.mjs';
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

async function isBest(url, categories) {
  const { reached, short } = await scores(url, categories);
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

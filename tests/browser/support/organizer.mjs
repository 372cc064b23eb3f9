// The organizer of the demonstration, in a browser of their own.
import assert from 'node:assert/strict';
import { presses } from './signing.mjs';
import { Visitor } from './visitor.mjs';

// What the demonstration prints about them.
export function organizer(program) {
  const said = (name) => new RegExp(`^ *${name} +(\\S+)$`, 'm').exec(program.said)?.[1];
  const [email, password] = [said('email'), said('passphrase')];
  assert.ok(email && password, `no organizer in:\n${program.said}`);
  return { email, password };
}

export async function signsIn(visitor, program) {
  const { email, password } = organizer(program);
  await visitor.opens('/organize/sign-in');
  await visitor.page.fill('#email', email);
  await visitor.page.fill('#password', password);
  await presses(visitor.page, 'form button[type="submit"]');
  assert.equal(new URL(visitor.page.url()).pathname, '/organize', 'signing in leads to the list of petitions');
}

// Signs in and looks for the petition that visitors find at this path: the cookies, and its rooms' common address.
export async function atTheDesk(launched, program, path) {
  const owner = await Visitor.arrive(launched, program.origin);
  await signsIn(owner, program);
  const links = owner.page.locator('main a[href^="/organize/petitions/"]');
  let room;
  for (const href of await links.evaluateAll((all) => all.map((a) => a.getAttribute('href')))) {
    await owner.opens(href);
    if (await owner.page.locator(`a[href$="${path}"]`).count()) room = new URL(owner.page.url()).pathname;
  }
  assert.ok(room, `${path} is in the console`);
  const state = await owner.context.storageState();
  await owner.leaves();
  return { state, room };
}

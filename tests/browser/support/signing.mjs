// What a supporter does, step by step, in one place for all stories.
import assert from 'node:assert/strict';

// The petitions of the demonstration.
export const letterPath = '/p/legal-research-without-raids';
export const pledgePath = '/p/not-at-corvane';
export const closedPath = '/p/no-face-recognition-in-our-stations';

export async function fillsIn(page, { name = 'Sam Okafor', email, updates = 'no' }) {
  await page.fill('#name', name);
  await page.fill('#email', email);
  // A coalition asks by a box for each organization, and an empty one is an answer.
  const asked = page.locator(`input[name="updates"][value="${updates}"]`);
  if (await asked.count()) await asked.check();
}

export async function presses(page, button) {
  await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.click(button)]);
}

export const signButton = 'form.sign button[type="submit"]';
export const confirmButton = 'button[name="choice"][value="confirm"]';

export async function signs(visitor, path, who) {
  await visitor.opens(path);
  await fillsIn(visitor.page, who);
  await presses(visitor.page, signButton);
  assert.match(visitor.page.url(), /\/check$/, 'the form leads to "check your email"');
}

// The link of a confirmation letter.
export function link(letter) {
  const found = letter.links.find((one) => new URL(one).pathname.startsWith('/c/'));
  assert.ok(found, `no link in the letter:\n${letter.text}`);
  return found;
}

// Where the page asks for the word of the letter, says it.
export async function answers(page, letter) {
  if (await page.locator('input[name="word"]').count()) await page.fill('input[name="word"]', word(letter));
}

// The word of a letter.
export function word(letter) {
  const found = /(?:asks for a word, it is|pide una palabra, es): (\S+)/.exec(letter.text);
  assert.ok(found, `no word in the letter:\n${letter.text}`);
  return found[1];
}

// Opens the link of the letter and presses "Confirm my signature"; a browser that has not signed, and is quick, is asked for the
// letter's word first.
export async function confirms(visitor, letter) {
  await visitor.expects(422).opens(link(letter));
  await answers(visitor.page, letter);
  await presses(visitor.page, confirmButton);
  if (await visitor.page.locator('input[name="word"]').count()) {
    await answers(visitor.page, letter);
    await presses(visitor.page, confirmButton);
  }
}

// Signs in a frame and confirms by the code of the mail.
export async function signsInFrame(program, form, email) {
  await form.locator('#name').fill('Sam Okafor');
  await form.locator('#email').fill(email);
  await form.locator('form.sign button[type="submit"]').click();
  await form.getByText('Check your email to finish').waitFor();
  const letter = await program.mailbox(email);
  const code = /\b([a-z0-9]{4}-[a-z0-9]{4})\b/.exec(letter.text)[1];
  await form.locator('summary', { hasText: 'Type the code' }).click();
  await form.locator('#code').fill(code);
  await form.getByRole('button', { name: 'Confirm my signature' }).click();
  await form.getByText('Your email address is confirmed').waitFor();
}

export async function counted(program, path) {
  const answer = await fetch(`${program.origin}${path}/count.json`);
  assert.equal(answer.status, 200);
  return (await answer.json()).signatures;
}

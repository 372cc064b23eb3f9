// The console: an organizer signs in, and every page of it is sound in both schemes and at three widths.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { checked, everywhere, valid } from './support/checks.mjs';
import { atTheDesk, organizer, signsIn } from './support/organizer.mjs';
import { Program } from './support/program.mjs';
import { letterPath, presses } from './support/signing.mjs';
import { browser, story, Visitor } from './support/visitor.mjs';
import { KB, sum, weighed } from './support/weight.mjs';

let program, launched, state;
const petition = {};

before(async () => {
  program = await Program.start();
  launched = await browser();
  const desk = await atTheDesk(launched, program, letterPath);
  state = desk.state;
  petition.path = desk.room;
  const desks = await fetch(`${program.origin}/organize`, { headers: { cookie: cookies() } });
  petition.organization = (await desks.text()).match(/href="(\/organize\/organizations\/[^"/]+)"/)?.[1];
});

const cookies = () => state.cookies.map((one) => `${one.name}=${one.value}`).join('; ');

after(async () => {
  await launched?.close();
  await program?.stop();
});

const stop = '/organize/notices/0123456789abcdefghjkmnpqrs/unsubscribe';

for (const path of ['/organize/sign-in', '/organize/forgot', '/partner', stop]) {
  story(`${path} is sound`, async () => {
    await valid(await (await fetch(program.origin + path)).text(), path);
    await everywhere(launched, program.origin, path, async (visitor) => visitor.opens(path));
  });
}

story('a wrong passphrase is told, and told apart by nobody', async () => {
  const told = [];
  for (const email of [organizer(program).email, 'nobody@example.org']) {
    const visitor = (await Visitor.arrive(launched, program.origin)).expects(422);
    await visitor.opens('/organize/sign-in');
    await visitor.page.fill('#email', email);
    await visitor.page.fill('#password', 'wrong wrong wrong wrong');
    await presses(visitor.page, 'form button[type="submit"]');
    told.push((await visitor.page.locator('#errors').innerText()).trim());
    await visitor.leaves();
  }
  assert.ok(told[0].length > 0);
  assert.equal(told[0], told[1]);
});

const rooms = {
  '/organize': () => '/organize',
  'a new petition': () => '/organize/petitions/new',
  sessions: () => '/organize/sessions',
  passphrase: () => '/organize/passphrase',
  overview: () => petition.path,
  edit: () => `${petition.path}/edit`,
  'a translation': () => `${petition.path}/edit/es`,
  'the form of a petition': () => `${petition.path}/edit/form`,
  'dates and goal': () => `${petition.path}/edit/dates`,
  protection: () => `${petition.path}/edit/protection`,
  'earlier versions': () => `${petition.path}/edit/en/versions`,
  preview: () => `${petition.path}/preview`,
  close: () => `${petition.path}/close`,
  organization: () => petition.organization,
  people: () => `${petition.organization}/people`,
  'activity log': () => `${petition.organization}/activity`,
  'one kind of activity': () => `${petition.organization}/activity?kind=people`,
  'colours of an organization': () => `${petition.organization}/look`,
  'logo of an organization': () => `${petition.organization}/logo`,
  'what petitions begin with': () => `${petition.organization}/beginnings`,
  'consents of an organization': () => `${petition.organization}/consents`,
  'tokens of an organization': () => `${petition.organization}/tokens`,
  'a new token': () => `${petition.organization}/new-token`,
  'the rule of a second factor': () => `${petition.organization}/security`,
  'deleting an organization': () => `${petition.organization}/delete`,
  'leaving an organization': () => `${petition.organization}/leave`,
  'your account': () => '/organize/account',
  'what one is told by mail': () => '/organize/account/notices',
  'second factor': () => '/organize/second-factor',
  'what happens next': () => `${petition.path}/steps`,
  questions: () => `${petition.path}/questions`,
  'a new question': () => `${petition.path}/new-question?kind=several`,
  links: () => `${petition.path}/links`,
  share: () => `${petition.path}/share`,
  'code to paste': () => `${petition.path}/embed?kind=counter&accent=red&bg=fff&text=ccc`,
  'one link': () => `${petition.path}/links/harlow-table`,
  partners: () => `${petition.path}/partners`,
  'a new partner': () => `${petition.path}/new-partner`,
  'one partner': () => `${petition.path}/partners/open-shelves`,
  'the mailbox of a partner': () => `${petition.path}/partners/open-shelves/contact`,
  'messages to share': () => `${petition.path}/messages`,
  pause: () => `${petition.path}/pause`,
  remove: () => `${petition.path}/remove`,
  delivery: () => `${petition.path}/delivery`,
  recipients: () => `${petition.path}/delivery/recipients`,
  'a delivery to record': () => `${petition.path}/delivery/new`,
  'how the signer book is to be': () => `${petition.path}/delivery/book`,
  updates: () => `${petition.path}/updates`,
  'a new update': () => `${petition.path}/updates/new`,
  signatures: () => `${petition.path}/signatures`,
  'held and decided': () => `${petition.path}/held`,
  'a rule': () => `${petition.path}/new-batch`,
  reasons: () => `${petition.path}/reasons`,
  'many reasons': () => `${petition.path}/reasons?many=1`,
  'published reasons': () => `${petition.path}/reasons?state=published`,
  export: () => `${petition.path}/export`,
};

for (const [name, address] of Object.entries(rooms)) {
  story(`${name} is sound`, async () => {
    const path = address();
    const answer = await fetch(program.origin + path, { headers: { cookie: cookies() }, redirect: 'manual' });
    assert.equal(answer.status, 200, path);
    const parts = await weighed(launched, program.origin, path, { state });
    assert.ok(sum(parts) <= 120 * KB, `${name}: ${JSON.stringify(parts, null, 1)}`);
    await valid(await answer.text(), name);
    await everywhere(launched, program.origin, name, async (visitor) => visitor.opens(path), { state });
  });
}

story('a token that is shown, what is wrong in its form, and its own page are sound', async () => {
  // signed in just now, so that nobody asks who it is
  const owner = await Visitor.arrive(launched, program.origin);
  await signsIn(owner, program);
  const own = { state: await owner.context.storageState() };
  await owner.leaves();
  const makes = async ({ page }, name) => {
    await page.goto(`${program.origin}${petition.organization}/new-token`, { waitUntil: 'load' });
    await page.fill('#name', name);
    await page.check('#scopes');
    await presses(page, 'main form.narrow button[type="submit"]');
  };
  await everywhere(launched, program.origin, 'a token, shown once', async (visitor) => {
    await makes(visitor, 'Nightly');
    assert.match(await visitor.page.locator('main').innerText(), /pt_live_[0-9A-Za-z]{6}_[0-9A-Za-z]{49}/);
  }, own);
  await everywhere(launched, program.origin, 'a token without a name', async (visitor) => {
    await makes(visitor.expects(422), ' ');
    assert.equal(await visitor.page.locator('#errors').count(), 1);
  }, own);
  await everywhere(launched, program.origin, 'one token', async (visitor) => {
    await visitor.opens(`${petition.organization}/tokens`);
    await presses(visitor.page, 'main td a');
    assert.equal(await visitor.page.locator('main form').count(), 2);
    await valid(await visitor.page.content(), 'one token');
  }, own);
});

story('what a partner reads is sound', async () => {
  const owner = await Visitor.arrive(launched, program.origin, { state });
  await owner.opens(`${petition.path}/partners/open-shelves/contact`);
  await owner.page.fill('#email', 'desk@shelves.example.org');
  await presses(owner.page, 'main form.narrow button[type="submit"]');
  const letter = await program.mailbox('desk@shelves.example.org');
  const path = new URL(letter.links.find((one) => new URL(one).pathname.startsWith('/partner/'))).pathname;
  await valid(await (await fetch(program.origin + path)).text(), 'what a partner reads');
  await everywhere(launched, program.origin, 'what a partner reads', async (visitor) => visitor.opens(path));
  await owner.leaves();
});

story('another demand under signatures is asked about', async () => {
  await everywhere(launched, program.origin, 'another demand', async (visitor) => {
    const { page } = visitor.expects(422);
    await visitor.opens(`${petition.path}/edit`);
    await page.fill('[name="ask-en"]', 'Close the records, for a fee.');
    await presses(page, '.keep button:not([name])');
    assert.equal(await page.locator('input[name="rewording"]').count(), 2);
    assert.equal(await page.inputValue('[name="ask-en"]'), 'Close the records, for a fee.');
  }, { state });
});

story('two who close at once are told of each other', async () => {
  await everywhere(launched, program.origin, 'a close beside another', async (visitor) => {
    const { page } = visitor.expects(409);
    await visitor.opens(`${petition.path}/close`);
    await page.evaluate(() => { document.querySelector('[name="revision"]').value = '0'; });
    await page.fill('[name="outcome-en"]', 'They said yes.');
    await presses(page, 'main form button[type="submit"]');
    assert.equal(await page.inputValue('[name="outcome-en"]'), 'They said yes.', 'kept');
  }, { state });
});

story('whoever leaves the editor with something unsaved is asked first', async () => {
  const visitor = (await Visitor.arrive(launched, program.origin, { width: 1280, state })).expects(422);
  const { page } = visitor;
  const edit = `${petition.path}/edit`;
  const away = '.left nav a[href="/organize"]:not(.org)';
  await visitor.opens(edit);
  await page.click('#title-en');
  await presses(page, away);
  assert.equal(new URL(page.url()).pathname, '/organize', 'nothing was typed, and nothing is asked');
  await visitor.opens(edit);
  // what could be kept is not lost by leaving, and nothing is asked
  await page.route('**/edit', (route) => (
    /keep-on/.test(route.request().postData() ?? '') ? route.abort() : route.continue()));
  await page.click('#title-en');
  await page.keyboard.press('End');
  await page.keyboard.type(' !');
  const asked = page.waitForEvent('dialog');
  const pressed = page.click(away, { noWaitAfter: true });
  const dialog = await asked;
  assert.equal(dialog.type(), 'beforeunload');
  await dialog.dismiss();
  await pressed;
  assert.equal(new URL(page.url()).pathname, edit, 'whoever stays is still there');
  assert.match(await page.inputValue('#title-en'), / !$/);
  await presses(page, 'button[name="then"][value="preview"]');
  assert.equal(new URL(page.url()).pathname, edit, 'people have signed other words');
  await page.check('input[name="rewording"][value="mend"]');
  await presses(page, 'button[name="then"][value="preview"]');
  assert.equal(new URL(page.url()).pathname, `${petition.path}/preview`, 'what is pressed saves first, and nothing is asked');
  assert.match(await page.locator('h1').first().innerText(), / !$/);
  await visitor.opens(edit);
  await page.fill('#title-en', (await page.inputValue('#title-en')).replace(/ !$/, ''));
  await presses(page, '.keep button:not([name])');
  await page.check('input[name="rewording"][value="mend"]');
  await presses(page, '.keep button:not([name])');
  assert.equal(new URL(page.url()).search, '?saved=true', 'the first button saves');
  await visitor.leaves();
});

story('without a session every room leads to the door', async () => {
  for (const address of Object.values(rooms)) {
    const answer = await fetch(program.origin + address(), { redirect: 'manual' });
    assert.ok([302, 303].includes(answer.status) && answer.headers.get('location').startsWith('/organize/sign-in'), `${address()}: ${answer.status}`);
  }
});

story('the organizer signs out, and the session is over', async () => {
  const visitor = await Visitor.arrive(launched, program.origin, { width: 1280 });
  await signsIn(visitor, program);
  const cookie = (await visitor.context.cookies()).map((one) => `${one.name}=${one.value}`).join('; ');
  await presses(visitor.page, 'form[action="/organize/sign-out"] button:visible');
  const answer = await fetch(`${program.origin}/organize`, { headers: { cookie }, redirect: 'manual' });
  assert.ok([302, 303].includes(answer.status), `the old cookie still opens the console: ${answer.status}`);
  await visitor.leaves();
});

story('the Nu Html Checker finds nothing on any of them', checked);

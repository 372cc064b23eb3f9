// Signing may put people in danger: what the form promises, and the ways out of the page, by the link and by the keyboard, with script and
// without.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { everywhere, valid } from './support/checks.mjs';
import { atTheDesk } from './support/organizer.mjs';
import { Program } from './support/program.mjs';
import { fillsIn, pledgePath, presses } from './support/signing.mjs';
import { browser, story, Visitor } from './support/visitor.mjs';

const away = 'https://www.wikipedia.org/';
let program, launched;

before(async () => {
  program = await Program.start();
  launched = await browser();
  const { state, room } = await atTheDesk(launched, program, pledgePath);
  const ana = await Visitor.arrive(launched, program.origin, { state, width: 1280 });
  await ana.opens(`${room}/edit/protection`);
  await ana.page.check('#high_risk');
  await presses(ana.page, '.keep button:not([name])');
  assert.ok(await ana.page.locator('#high_risk').isChecked(), 'it is saved');
  await ana.leaves();
});

after(async () => {
  await launched?.close();
  await program?.stop();
});

// The encyclopedia, without a network.
async function arrives(options) {
  const visitor = await Visitor.arrive(launched, program.origin, options);
  await visitor.context.route(`${away}**`, (route) => route.fulfill({ contentType: 'text/html', body: '<!DOCTYPE html><title>W</title>' }));
  return visitor;
}

// One is at the encyclopedia, and Back leads to what was open before the page, not to the page.
async function isAway(visitor) {
  await visitor.page.waitForURL(away);
  await visitor.page.goBack();
  assert.equal(visitor.page.url(), 'about:blank', 'the page is not behind the Back button');
  visitor.wrong = visitor.wrong.filter((one) => one !== `request to another site: ${away}`);
  await visitor.leaves();
}

async function shift(page, times) {
  for (let n = 0; n < times; n += 1) await page.keyboard.press('Shift');
}

story('three presses of Shift lead away, wherever one is on the page', async () => {
  for (const path of [pledgePath, `${pledgePath}/privacy`, `/en${pledgePath}/check`]) {
    const dana = await arrives({ width: 1280 });
    await dana.opens('about:blank');
    await dana.opens(path);
    assert.ok(await dana.page.getByText('Or press Shift three times').isVisible(), 'it is said');
    await shift(dana.page, 3);
    await isAway(dana);
  }
});

story('in the middle of the form, with names in capitals', async () => {
  const dana = await arrives({ width: 1280 });
  const { page } = dana;
  await dana.opens('about:blank');
  await dana.opens(pledgePath);
  await page.focus('#name');
  for (const letter of 'DANA') await page.keyboard.press(`Shift+${letter}`);
  await shift(page, 2);
  await page.keyboard.type(' Ro');
  assert.equal(await page.inputValue('#name'), 'DANA Ro', 'typing in capitals leads nowhere');
  // keys that choose another keyboard, and presses far apart
  const pressed = (keys) =>
    page.evaluate((all) => {
      for (const [timeStamp, more] of all) {
        const event = new KeyboardEvent('keydown', { key: 'Shift', bubbles: true, ...more });
        Object.defineProperty(event, 'timeStamp', { value: timeStamp });
        document.activeElement.dispatchEvent(event);
      }
    }, keys);
  await pressed([[0], [700], [1600]]);
  await pressed([[9000, { altKey: true }], [9100, { altKey: true }], [9200, { altKey: true }]]);
  await pressed([[20000], [20100, { repeat: true }], [20200, { repeat: true }]]);
  assert.ok(page.url().endsWith(pledgePath), 'still there');
  await pressed([[30000], [30700], [31400]]);
  await isAway(dana);
});

story('the link leads away too, and is there without script', async () => {
  for (const script of [true, false]) {
    const dana = await arrives({ script });
    const { page } = dana;
    await dana.opens('about:blank');
    await dana.opens(pledgePath);
    const hint = page.getByText('Or press Shift three times');
    assert.equal(await hint.isVisible(), script, 'what needs script is said only with it');
    if (!script) await shift(page, 3);
    assert.ok(page.url().endsWith(pledgePath));
    await Promise.all([page.waitForURL(away), page.click('[data-leave]')]);
    if (script) {
      await isAway(dana);
    } else {
      dana.wrong = dana.wrong.filter((one) => one !== `request to another site: ${away}`);
      await dana.leaves();
    }
  }
});

story('its pages are sound', async () => {
  const answer = await fetch(`${program.origin}/en${pledgePath}`);
  await valid(await answer.text(), 'a pledge that is a danger');
  await everywhere(launched, program.origin, 'a pledge that is a danger', (visitor) => visitor.opens(pledgePath), { focus: true });
  const reach = async (visitor) => {
    await visitor.opens(pledgePath);
    const promise = visitor.page.locator('input[name="promise"]').first();
    if (await promise.count()) await promise.check();
    await fillsIn(visitor.page, { email: 'dana@example.org' });
    await presses(visitor.page, 'form.sign button[type="submit"]');
    assert.match(visitor.page.url(), /\/check$/);
    assert.ok(await visitor.page.getByText('So that nobody reads along').isVisible());
  };
  await everywhere(launched, program.origin, 'what to mind while the mail is on its way', reach);
});

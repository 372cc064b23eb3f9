// What somebody without a mouse does.
import assert from 'node:assert/strict';

// Tab until this has the focus.
export async function reach(page, wanted) {
  for (let steps = 0; steps < 400; steps += 1) {
    await page.keyboard.press('Tab');
    if (await page.locator(wanted).and(page.locator(':focus')).count()) return;
  }
  assert.fail(`${wanted} is not reached by Tab on ${page.url()}`);
}

export const enters = (page) => Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.keyboard.press('Enter')]);

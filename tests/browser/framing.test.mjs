// Where a form may stand in a frame, and browsers that take no cookies there.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { atTheDesk } from './support/organizer.mjs';
import { PartnerSite } from './support/partner.mjs';
import { Program } from './support/program.mjs';
import { counted, letterPath, pledgePath, presses, signsInFrame } from './support/signing.mjs';
import { browser, keeping, nothing, story, Visitor } from './support/visitor.mjs';

let program, launched, site;

before(async () => {
  program = await Program.start();
  launched = await browser();
  site = await PartnerSite.start();
});

after(async () => {
  await launched?.close();
  await program?.stop();
  await site?.stop();
});

const frame = (path, query = '', more = '') => `<iframe src="${program.origin}/embed/${path.slice('/p/'.length)}?kind=form&lang=en${query}" title="Sign" width="600" height="640"${more}></iframe>`;

// Organizers let partners alone frame their form, and have one.
async function onlyPartners(path, sites) {
  const { state, room } = await atTheDesk(launched, program, path);
  const owner = await Visitor.arrive(launched, program.origin, { width: 1280, state });
  await owner.opens(`${room}/new-partner`);
  await owner.page.fill('#name', 'South Law Library Alliance');
  await owner.page.fill('#code', 'slla');
  await owner.page.fill('#sites', sites);
  await presses(owner.page, 'form:has(#sites) button[type="submit"]');
  await owner.opens(`${room}/edit/protection`);
  await owner.page.check('input[name="framing"][value="partners"]');
  await presses(owner.page, '.keep button:not([name])');
  await owner.leaves();
}

story('a page that is no partner\'s is shown nothing; a partner\'s own is', async () => {
  const own = site.as('localhost');
  await onlyPartners(pledgePath, own);
  for (const via of ['', '&via=slla', '&via=nobody']) {
    site.has(`/page${via}`, frame(pledgePath, via));
    for (const [origin, may] of [[own, true], [site.origin, false], [site.as('localhost.partner.localhost'), false]]) {
      const page = await launched.newPage();
      const said = [];
      page.on('console', (one) => said.push(one.text()));
      const failed = [];
      page.on('requestfailed', (request) => failed.push(`${request.failure().errorText} ${request.url()}`));
      await page.goto(`${origin}/page${via}`, { waitUntil: 'load' });
      const shown = page.frames()[1];
      if (may) {
        await shown.locator('form.sign #email').waitFor();
        nothing([...said, ...failed], `${origin}${via}: what the browser complains of`);
      } else {
        const [address, text] = await shown.evaluate(() => [location.href, document.body.textContent]);
        assert.equal(address, 'chrome-error://chromewebdata/', `${origin}${via}`);
        assert.equal(await shown.locator('form, input').count(), 0);
        assert.doesNotMatch(text, /Corvane/);
        assert.deepEqual(failed.map((one) => one.split(' ')[0]), ['net::ERR_BLOCKED_BY_RESPONSE']);
        assert.match(said.join('\n'), new RegExp(`frame-ancestors 'self'[^"]* ${own}[ "]`), 'the browser says why');
      }
      await page.close();
    }
  }
});

// A page in a frame of another site that sets a cookie by its answer and by script; what it finds the second time.
async function finds(context) {
  const tries = '<script>document.cookie = "script=1; SameSite=None; Secure"</script>';
  site.has('/tracker', tries, { headers: { 'set-cookie': 'answer=1; SameSite=None; Secure' } });
  const page = await context.newPage();
  await page.goto(site.has('/carries', `<iframe title="x" src="${site.as('tracker.localhost')}/tracker"></iframe>`), { waitUntil: 'load' });
  await page.reload({ waitUntil: 'load' });
  const found = await page.frames()[1].evaluate(() => document.cookie);
  await page.close();
  return found.split('; ').filter(Boolean).sort();
}

story('a browser that takes no cookies in frames: the whole way to a signature', async () => {
  const usual = await keeping(true);
  const careful = await keeping(false);
  try {
    assert.deepEqual(await finds(usual.context), ['answer=1', 'script=1'], 'elsewhere such a cookie is kept');
    assert.deepEqual(await finds(careful.context), [], 'this browser keeps none');
    const before = await counted(program, letterPath);
    for (const [n, more] of ['', ' sandbox="allow-scripts"'].entries()) {
      const page = await careful.context.newPage();
      await page.goto(site.has(`/no-cookies${n}`, frame(letterPath, '', more)), { waitUntil: 'load' });
      await signsInFrame(program, page.locator('iframe').contentFrame(), `nocookies${n}@example.org`);
      await page.close();
    }
    assert.equal(await counted(program, letterPath), before + 2);
  } finally {
    await usual.leaves();
    await careful.leaves();
  }
});

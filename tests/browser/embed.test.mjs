// A petition in pages of another site: the form, the number and the button in a frame, in every kind of page that partners have.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { gzipSync } from 'node:zlib';
import { everywhere, valid } from './support/checks.mjs';
import { PartnerSite } from './support/partner.mjs';
import { Program } from './support/program.mjs';
import { letterPath, pledgePath, signsInFrame } from './support/signing.mjs';
import { browser, nothing, story, Visitor } from './support/visitor.mjs';

const slug = letterPath.slice('/p/'.length);
const other = pledgePath.slice('/p/'.length);
let program, launched, partner;

before(async () => {
  program = await Program.start();
  launched = await browser();
  partner = await PartnerSite.start();
});

after(async () => {
  await launched?.close();
  await program?.stop();
  await partner?.stop();
});

const frame = (query, more = '') => `<iframe src="${program.origin}/embed/${query}" title="Sign" width="100%" height="640" frameborder="0"${more}></iframe>`;
const loader = () => `<script async src="${program.origin}/embed/v1.js" crossorigin="anonymous"></script>`;
const element = (attributes, inside = '') => `<petition-embed ${attributes}>${inside}</petition-embed>`;

// A reader of a partner's page, and what that page complains about.
async function reads(address, { script = true, width = 800, scheme = 'light' } = {}) {
  const context = await launched.newContext({ javaScriptEnabled: script, viewport: { width, height: 800 }, colorScheme: scheme });
  const page = await context.newPage();
  const wrong = [];
  page.on('console', (said) => { if (said.type() === 'error') wrong.push(said.text()); });
  page.on('pageerror', (error) => wrong.push(String(error)));
  await page.goto(address, { waitUntil: 'load' });
  const leaves = async () => {
    assert.deepEqual(await context.cookies(), [], 'nothing sets a cookie');
    await context.close();
    // a form that comes back, and a remark of Chromium's: the script puts the focus there instead
    nothing(wrong.filter((one) => !/422|409|Blocked autofocusing/.test(one)), 'what the page complains of');
  };
  return { context, page, leaves };
}

const inside = (page, n = 0) => page.locator('iframe').nth(n).contentFrame();

// The frame is as high as what is in it, and shows all of it.
async function fits(page, n = 0) {
  const own = () => inside(page, n).locator('html').evaluate((html) => Math.ceil(html.getBoundingClientRect().height));
  await page.waitForFunction(([at]) => {
    const one = document.querySelectorAll('iframe')[at];
    return one && one.style.height && one.getBoundingClientRect().height > 10;
  }, [n]);
  const box = page.locator('iframe').nth(n);
  let last;
  for (let tries = 0; tries < 3000; tries += 1) {
    last = [await own(), Math.round((await box.boundingBox()).height)];
    if (Math.abs(last[0] - last[1]) <= 1) return last[1];
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  assert.fail(`the frame is ${last[1]} high, what is in it ${last[0]}`);
}

for (const kind of ['form', 'progress', 'counter', 'button']) {
  story(`the ${kind} has nothing that keeps anybody out`, async () => {
    const path = `/embed/${slug}?kind=${kind}&lang=en`;
    await everywhere(launched, program.origin, path, (visitor) => visitor.opens(path));
    await valid(await (await fetch(program.origin + path)).text(), path);
  });
}

story('nor have its looks, its languages, what is closed and what is not there', async () => {
  const looks = ['accent=17603f&bg=ffffff&text=16241d&radius=2', 'accent=f2c14e&bg=1b1b24&text=f3f1ea&radius=14', 'accent=ff0&bg=fff&font=serif', 'scheme=dark'];
  for (const look of looks) {
    const path = `/embed/${slug}?kind=form&lang=es&${look}`;
    await everywhere(launched, program.origin, path, (visitor) => visitor.opens(path));
  }
  for (const path of ['/embed/nobody-at-all', '/embed/no-face-recognition-in-our-stations?kind=form&lang=en']) {
    await everywhere(launched, program.origin, path, (visitor) => visitor.expects(404).opens(path));
  }
});

story('a plain page: the frame fits, and somebody signs in it', async () => {
  const address = partner.has('/plain', `<h1>News</h1>${frame(`${slug}?kind=form&lang=en&via=slla`)}${loader()}`);
  const { page, leaves } = await reads(address);
  const before = await fits(page);
  const form = inside(page);
  await form.locator('form.sign button[type="submit"]').click();
  await form.locator('#errors').waitFor();
  assert.ok((await fits(page)) > before, 'it grows with what has to be put right');
  await signsInFrame(program, form, 'plain@example.org');
  assert.ok((await fits(page)) < before, 'and is smaller again');
  assert.equal(await form.locator('html').evaluate(() => document.cookie), '');
  await leaves();
});

story('without script: a frame that scrolls, and a link where the element is', async () => {
  const link = `<a href="${program.origin}${letterPath}">Sign the letter</a>`;
  const address = partner.has('/noscript', frame(`${slug}?kind=form&lang=en`) + element(`petition="${slug}"`, link) + loader());
  const { page, leaves } = await reads(address, { script: false });
  assert.ok(await page.getByRole('link', { name: 'Sign the letter' }).isVisible());
  const form = inside(page);
  await signsInFrame(program, form, 'noscript@example.org');
  await leaves();
});

story('an app that puts the element in and takes it out, twice, for two petitions', async () => {
  const address = partner.has('/app', `<div id="app"></div>${loader()}`);
  const { page, leaves } = await reads(address);
  for (let round = 0; round < 2; round += 1) {
    await page.evaluate(([one, two]) => {
      const app = document.getElementById('app');
      app.innerHTML = `<petition-embed petition="${one}" kind="counter"></petition-embed><petition-embed petition="${two}" kind="progress" lang="es"></petition-embed>`;
    }, [slug, other]);
    await fits(page, 0);
    await fits(page, 1);
    await inside(page, 1).getByText('Asumir el compromiso').waitFor();
    await page.evaluate(() => document.querySelector('petition-embed').setAttribute('lang', 'es'));
    await inside(page, 0).getByText('personas han firmado').waitFor();
    assert.equal(await page.locator('iframe').count(), 2, 'one frame an element');
    await page.evaluate(() => { document.getElementById('app').innerHTML = ''; });
    assert.equal(await page.locator('iframe').count(), 0);
  }
  await leaves();
});

story('an editor that drops what it does not know: a division with data', async () => {
  const address = partner.has('/cms', `<div data-petition="${slug}" data-kind="progress" data-accent="17603f"></div>${loader()}`);
  const { page, leaves } = await reads(address);
  await fits(page);
  const pen = await inside(page).locator('html').evaluate((html) => getComputedStyle(html).getPropertyValue('--pen').trim());
  assert.equal(pen, '#17603f');
  await leaves();
});

story('a page that embeds only what says so, under a strict policy', async () => {
  const headers = {
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-opener-policy': 'same-origin',
    'content-security-policy': `default-src 'none'; script-src ${program.origin}; frame-src ${program.origin}; style-src 'self'`,
  };
  for (const [at, query] of [`${slug}?kind=form&lang=en`, `${slug}?kind=counter&accent=17603f`, 'nobody?kind=form'].entries()) {
    const address = partner.has(`/coep${at}`, frame(query) + loader(), { headers });
    const { page, context } = await reads(address);
    await fits(page);
    assert.ok(await inside(page).locator('main').isVisible(), query);
    await context.close();
  }
});

story('a frame that may run scripts and nothing else, as editors make of what they find by themselves', async () => {
  const hears = '<script>window.heard = []; addEventListener("message", (event) => heard.push(event.data));</script>';
  const address = partner.has('/sandbox', frame(`${slug}?kind=form&lang=en#?secret=Xy12`, ' sandbox="allow-scripts" security="restricted"'), { head: hears });
  const { page, leaves } = await reads(address);
  const form = inside(page);
  await form.locator('form.sign button[type="submit"]').click();
  await form.locator('#errors').waitFor();
  await signsInFrame(program, form, 'sandbox@example.org');
  const heard = await page.evaluate(() => window.heard);
  assert.ok(heard.some((one) => one.message === 'height' && one.secret === 'Xy12' && one.value > 100), JSON.stringify(heard));
  const kinds = new Set(heard.map((one) => one.type ?? one.message));
  assert.deepEqual([...kinds].sort(), ['height', 'petition:height'], 'the page around it hears of heights and of nobody');
  assert.ok(!JSON.stringify(heard).includes('sandbox@'), 'and of no address');
  await form.getByRole('link', { name: /pass it on/ }).click();
  const asked = await page.evaluate(() => window.heard.find((one) => one.message === 'link'));
  assert.ok(asked.value.startsWith(`${program.origin}/en${letterPath}`), 'a link is asked for');
  await leaves();
});

story('nobody else drives its height', async () => {
  const stranger = `<iframe title="Stranger" srcdoc="<script>setInterval(() => parent.postMessage({ type: 'petition:height', petition: '${slug}', value: 4321 }, '*'), 5)</script>"></iframe>`;
  const address = partner.has('/stranger', frame(`${slug}?kind=progress`) + stranger + loader());
  const { page, leaves } = await reads(address);
  const fitted = await fits(page);
  await page.evaluate(() => postMessage({ type: 'petition:height', value: 4321 }, '*'));
  for (const value of [0, -1, 99999, 'x', null]) {
    await inside(page).locator('html').evaluate((_, said) => parent.postMessage({ type: 'petition:height', value: said }, '*'), value);
  }
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)));
  assert.equal(Math.round((await page.locator('iframe').first().boundingBox()).height), fitted);
  await leaves();
});

story('a script that comes later than what it fits', async () => {
  const late = `<script>addEventListener('message', (event) => {
    if (event.data?.type !== 'petition:height' || window.late) return;
    window.late = document.createElement('script');
    late.src = '${program.origin}/embed/v1.js';
    late.crossOrigin = 'anonymous';
    document.head.append(late);
  });</script>`;
  for (const more of ['', ' sandbox="allow-scripts"']) {
    const { page, leaves } = await reads(partner.has('/late', frame(`${slug}?kind=progress`, more), { head: late }));
    await fits(page);
    await leaves();
  }
});

story('in a closed part of a page it waits, and fits when that opens', async () => {
  const address = partner.has('/closed', `<details><summary>Sign</summary>${frame(`${slug}?kind=progress`)}</details>${loader()}`);
  const { page, leaves } = await reads(address);
  await page.locator('summary').click();
  await fits(page);
  await leaves();
});

story('in dark pages, and in pages that run from right to left', async () => {
  for (const [path, options, style] of [['/dark', { scheme: 'dark' }, 'background:#111;color:#eee'], ['/rtl', {}, 'direction:rtl']]) {
    const head = `<meta name="color-scheme" content="light dark"><style>body{${style}}</style>`;
    const html = path === '/rtl' ? '<html lang="ar" dir="rtl">' : undefined;
    const address = partner.has(path, element(`petition="${slug}" kind="form" lang="en"`) + loader(), { head, html });
    const { page, leaves } = await reads(address, { ...options, width: 390 });
    await fits(page);
    const [ground, ink, wide] = await inside(page).locator('body').evaluate((body) => {
      const { backgroundColor, color } = getComputedStyle(body);
      return [backgroundColor, color, document.documentElement.scrollWidth - document.documentElement.clientWidth];
    });
    assert.equal(wide, 0, 'nothing is cut off at the side');
    const expected = path === '/dark' ? ['rgb(25, 31, 42)', 'rgb(236, 232, 221)'] : ['rgb(255, 254, 250)', 'rgb(26, 34, 51)'];
    assert.deepEqual([ground, ink], expected);
    await leaves();
  }
});

story('no other page of ours stands in a frame', async () => {
  const paths = [`/en${letterPath}`, '/', '/organize/sign-in', `/en${letterPath}/check`, `/en${letterPath}/signers`];
  const frames = paths.map((path) => `<iframe title="x" src="${program.origin}${path}"></iframe>`).join('');
  const { page, context } = await reads(partner.has('/steals', frames));
  for (const child of page.frames().slice(1)) {
    assert.ok(!child.url().startsWith(program.origin), `${child.url()} is framed`);
  }
  await context.close();
});

story('frames are light', async () => {
  const packed = async (path) => {
    const answer = await fetch(program.origin + path);
    assert.ok(answer.ok, path);
    const text = await answer.text();
    return [text, gzipSync(text, { level: 9 }).length];
  };
  for (const [kind, most] of [['form', 12 * 1024], ['progress', 3 * 1024], ['counter', 3 * 1024], ['button', 3 * 1024]]) {
    for (const look of ['', '&accent=17603f&bg=ffffff&text=16241d&radius=2&font=serif']) {
      const [html, size] = await packed(`/embed/${slug}?kind=${kind}&lang=es${look}`);
      const [, css] = await packed(/stylesheet" href="([^"]+)"/.exec(html)[1]);
      assert.ok(size + css <= most, `${kind}: ${size} bytes of HTML and ${css} of CSS`);
      if (process.env.SAY_SIZES) console.log(kind, look !== '', size, css);
    }
  }
});

// What a petition's page costs to read, and what it takes on paper.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { everywhere, valid } from './support/checks.mjs';
import { Program } from './support/program.mjs';
import { confirms, letterPath, link, pledgePath, signButton, signs } from './support/signing.mjs';
import { browser, story, Visitor } from './support/visitor.mjs';
import { KB, sum, weighed } from './support/weight.mjs';

let program, launched;

before(async () => {
  program = await Program.start();
  launched = await browser();
});

after(async () => {
  await launched?.close();
  await program?.stop();
});

const visit = (path, script) => weighed(launched, program.origin, path, { script }, (visitor) => visitor.hasNoCookies());

// The letter has a picture, the pledge has none.
for (const [script, path, most] of [
  [true, `/en${letterPath}`, 110],
  [false, `/en${letterPath}`, 110],
  [true, `/es${letterPath}`, 110],
  [true, `/en${pledgePath}`, 50],
]) {
  story(`the page ${path} keeps its budget with script ${script ? 'on' : 'off'}`, async () => {
    const parts = await visit(path, script);
    const told = JSON.stringify(parts, null, 1);
    assert.equal(parts.some((part) => part.url.includes('/picture/')), most > 50, told);
    assert.ok(sum(parts.filter((part) => part.url.includes('/picture/'))) <= 60_000, `picture: ${told}`);
    assert.ok(sum(parts, 'document', 'stylesheet') <= 14 * KB, `HTML and styles: ${told}`);
    assert.ok(sum(parts, 'script') <= 3 * KB, `script: ${told}`);
    assert.ok(sum(parts, 'font') <= 33 * KB, `font: ${told}`);
    assert.ok(sum(parts) <= most * KB, `in all: ${told}`);
    assert.ok(parts.length <= 6, `requests: ${told}`);
    assert.ok(parts.some((part) => part.kind === 'stylesheet'), 'something was measured');
  });
}

story('"check your email", the page of the link and the thank you keep theirs', async () => {
  const email = 'budget@example.org';
  const sam = await Visitor.arrive(launched, program.origin);
  await signs(sam, letterPath, { email });
  const check = sam.page.url();
  const letter = await program.mailbox(email);
  // Whoever comes here has the letter's styles, script and font already.
  const known = (await visit(`/en${letterPath}`, true)).map((part) => part.url);
  const holds = async (name, path) => {
    const parts = await visit(path, true);
    const fresh = parts.filter((part) => !(known.includes(part.url) && part.isKept));
    const told = `${name}: ${JSON.stringify(parts, null, 1)}`;
    assert.ok(sum(parts, 'document', 'stylesheet') <= 14 * KB, told);
    assert.ok(sum(parts, 'script') <= 3 * KB, told);
    assert.ok(sum(parts) <= 50 * KB, told);
    assert.ok(fresh.length <= 4, told);
  };
  await holds('check your email', check);
  await holds('confirm', link(letter));
  await confirms(sam, letter);
  await holds('thank you', sam.page.url());
  await sam.leaves();
});

story('the letter takes three pages of paper at most, without what paper cannot do', async () => {
  const visitor = await Visitor.arrive(launched, program.origin);
  for (const lang of ['es', 'en']) {
    await visitor.opens(`/${lang}${letterPath}`);
    for (const format of ['A4', 'Letter']) {
      const pdf = await visitor.page.pdf({ format });
      const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
      assert.ok(pages >= 1 && pages <= 3, `${lang}: ${pages} pages of ${format}`);
    }
  }
  await visitor.page.emulateMedia({ media: 'print' });
  for (const gone of ['form.sign', '.bar', '.slim', '.langs', '.skip', 'footer ul']) {
    assert.equal(await visitor.page.locator(gone).first().isVisible(), false, `${gone} is printed`);
  }
  for (const kept of ['h1', '.count', '.letter', '.register', '.only-print']) {
    assert.equal(await visitor.page.locator(kept).first().isVisible(), true, `${kept} is not printed`);
  }
  const onPaper = (await visitor.page.locator('.only-print').allInnerTexts()).join(' ');
  assert.match(onPaper, /All names: \S+\/signers/, 'where all names are stands on the paper');
  assert.match(onPaper, /\/en\/p\/\S+$/, 'where to sign stands on the paper');
  await visitor.leaves();
});

// Asked again until it is so: with script off the page itself cannot be waited for.
async function becomes(page, part, wanted) {
  const read = () => page.locator(part).evaluate((one) => getComputedStyle(one).visibility);
  for (const deadline = Date.now() + 20_000; Date.now() < deadline; ) {
    if ((await read()) === wanted) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.equal(await read(), wanted, part);
}

// At 390 x 844, the window of a phone.
story('on a phone count and button are there from the first view, give way to the form, and come back', async () => {
  const visitor = await Visitor.arrive(launched, program.origin, { script: false });
  const page = visitor.page;
  await page.setViewportSize({ width: 390, height: 844 });
  await visitor.opens(`/en${letterPath}`);
  const bar = page.locator('.cover .bar');
  const seen = () => bar.evaluate((one) => getComputedStyle(one).visibility === 'visible' && one.getBoundingClientRect().top < innerHeight - 40);
  assert.equal(await seen(), true, 'in the first view');
  assert.match(await bar.innerText(), /3\d\d|Be one of the first/, 'with the count');
  const [form, button] = await Promise.all(['form.sign', signButton].map((part) => page.locator(part).boundingBox()));
  assert.ok(button.y + button.height - form.y <= 700, `the button ends ${button.y + button.height - form.y} px below the form's top`);
  await page.evaluate(() => document.querySelector('#email').scrollIntoView({ block: 'center' }));
  await becomes(page, '.cover .bar', 'hidden');
  await page.evaluate(() => document.querySelector('#signers').scrollIntoView({ block: 'center' }));
  await becomes(page, '.cover .bar', 'visible');
  await bar.locator('a').click();
  assert.equal(new URL(page.url()).hash, '#sign');
  await visitor.leaves();
});

story('in no first view is half of the bar seen', async () => {
  const visitor = await Visitor.arrive(launched, program.origin, { script: false });
  const page = visitor.page;
  for (const hero of ['block', 'none']) {
    for (const height of [600, 700, 800, 844, 930]) {
      await page.setViewportSize({ width: 390, height });
      await visitor.opens(`/en${letterPath}`);
      await page.evaluate((display) => void (document.querySelector('.hero').style.display = display), hero);
      const told = await page.locator('.cover .bar').evaluate((one) => ({ is: getComputedStyle(one).visibility, end: one.getBoundingClientRect().bottom }));
      assert.ok(told.is === 'hidden' || told.end <= height + 1, `${hero}, ${height}: ${JSON.stringify(told)}`);
    }
  }
  await visitor.leaves();
});

// The letter asks all there is to ask, has a picture, and long words in Spanish.
story('the first view of a phone has picture, count and the first field; that of a desk the whole card', async () => {
  for (const lang of ['en', 'es']) {
    const visitor = await Visitor.arrive(launched, program.origin, { script: false });
    const page = visitor.page;
    const ends = async (part) => page.locator(part).first().boundingBox().then((box) => box.y + box.height);
    await page.setViewportSize({ width: 390, height: 844 });
    await visitor.opens(`/${lang}${letterPath}`);
    const bar = (await page.locator('.cover .bar').boundingBox()).y;
    for (const part of ['h1', '.who', '.hero img', '.count', '#name']) {
      assert.ok((await ends(part)) <= bar, `${lang}: ${part} ends at ${await ends(part)}, the bar begins at ${bar}`);
    }
    await page.setViewportSize({ width: 1280, height: 800 });
    assert.ok((await ends('#sign')) <= 800, `${lang}: the card ends at ${await ends('#sign')}`);
    assert.ok((await ends(signButton)) < (await ends('#sign')), 'with its button');
    await visitor.leaves();
  }
});

story('beside the letter a slim card takes the place of the form when it has gone', async () => {
  const visitor = await Visitor.arrive(launched, program.origin, { script: false, width: 1280 });
  const page = visitor.page;
  await page.setViewportSize({ width: 1280, height: 800 });
  await visitor.opens(`/en${letterPath}`);
  const slim = page.locator('.slim');
  assert.equal(await slim.evaluate((one) => getComputedStyle(one).visibility), 'hidden');
  await page.evaluate(() => document.querySelector('#signers').scrollIntoView({ block: 'center' }));
  await becomes(page, '.slim', 'visible');
  const box = await slim.boundingBox();
  assert.ok(box.y >= 0 && box.y + box.height <= 800, 'all of it');
  await visitor.leaves();
});

story('beside the letter the whole form can be reached, however low the window', async () => {
  for (const height of [600, 768, 900, 1080, 1600]) {
    const visitor = await Visitor.arrive(launched, program.origin, { script: false, width: 1280 });
    await visitor.page.setViewportSize({ width: 1280, height });
    for (const path of [`/en${letterPath}`, `/es${letterPath}`]) {
      await visitor.opens(path);
      for (const part of ['#name', signButton]) {
        const place = visitor.page.locator(part);
        await place.scrollIntoViewIfNeeded();
        const box = await place.boundingBox();
        assert.ok(box.y >= 0 && box.y + box.height <= height, `${part} at ${box.y} in a window of ${height}, ${path}`);
      }
    }
    await visitor.leaves();
  }
});

story('an update has a page that is sound, and the letter leads to it', async () => {
  const visitor = await Visitor.arrive(launched, program.origin);
  await visitor.opens(`/en${letterPath}`);
  await visitor.page.locator('.news a').first().click();
  await visitor.page.waitForURL(/\/updates\//);
  const path = new URL(visitor.page.url()).pathname;
  await visitor.leaves();
  await valid(await (await fetch(program.origin + path)).text(), path);
  for (const there of [path, path.replace('/en/', '/es/')]) {
    await everywhere(launched, program.origin, there, async (reader) => reader.opens(there));
  }
});

story('the picture for link previews can be seen', async () => {
  const html = await (await fetch(`${program.origin}/en${letterPath}`)).text();
  const address = /property="og:image" content="([^"]+)"/.exec(html)?.[1];
  assert.ok(address, 'the page names its picture');
  const visitor = await Visitor.arrive(launched, program.origin);
  await visitor.opens(`/en${letterPath}`);
  const size = await visitor.page.evaluate(async (path) => {
    const picture = await createImageBitmap(await (await fetch(path)).blob());
    return [picture.width, picture.height];
  }, new URL(address).pathname);
  assert.deepEqual(size, [1200, 630]);
  await visitor.leaves();
});

story('what stands on a cover begins where the head of the page begins, at every width', async () => {
  const email = 'edge@example.org';
  const sam = await Visitor.arrive(launched, program.origin);
  await signs(sam, letterPath, { email });
  const letter = await program.mailbox(email);
  for (const width of [320, 390, 1280]) {
    await sam.page.setViewportSize({ width, height: 844 });
    for (const path of [`/en${letterPath}`, link(letter)]) {
      await sam.opens(path);
      const [head, words] = await sam.page.evaluate(() =>
        ['header .org', '.cover .eyebrow'].map((part) => document.querySelector(part).getBoundingClientRect().left));
      assert.ok(Math.abs(head - words) <= 1, `${path} at ${width} px: ${head} and ${words}`);
    }
  }
  await sam.leaves();
});

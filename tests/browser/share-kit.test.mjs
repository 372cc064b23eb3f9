// The share kit: sound at every width, its codes read by a phone off a dark screen, and what is printed is one sheet.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import { checked, everywhere, valid } from './support/checks.mjs';
import { atTheDesk } from './support/organizer.mjs';
import { Program } from './support/program.mjs';
import { letterPath } from './support/signing.mjs';
import { browser, nothing, story, Visitor } from './support/visitor.mjs';

let program, launched, state, room, phone;

before(async () => {
  program = await Program.start();
  launched = await browser();
  ({ state, room } = await atTheDesk(launched, program, letterPath));
  phone = await launched.newPage();
  await phone.addScriptTag({ path: fileURLToPath(import.meta.resolve('jsqr')) });
});

after(async () => {
  await launched?.close();
  await program?.stop();
});

const cookies = () => state.cookies.map((one) => `${one.name}=${one.value}`).join('; ');
const forms = ['poster', 'flyer', 'tear-off'];
const papers = { a4: [595, 842], letter: [612, 792] };

// What a phone reads of a picture of a screen, on black: dark modules on a light ground only.
async function reads(png) {
  return phone.evaluate(async (source) => {
    const picture = new Image();
    picture.src = source;
    await picture.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [picture.width + 80, picture.height + 80];
    const pen = canvas.getContext('2d');
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(picture, 40, 40);
    const { data, width, height } = pen.getImageData(0, 0, canvas.width, canvas.height);
    return jsQR(data, width, height, { inversionAttempts: 'dontInvert' })?.data;
  }, `data:image/png;base64,${png.toString('base64')}`);
}

// Parts of a sheet that show less than they hold.
const hidden = (sheet) => sheet.evaluate((all) => [all, ...all.querySelectorAll('.words, .call, .strip')]
  .filter((part) => part.scrollHeight > part.clientHeight + 1 || part.scrollWidth > part.clientWidth + 1)
  .map((part) => `${part.className} ${part.scrollWidth}x${part.scrollHeight} in ${part.clientWidth}x${part.clientHeight}`));

for (const path of ['/share', '/share?new=true']) {
  story(`${path} is sound`, async () => {
    const answer = await fetch(`${program.origin}${room}${path}`, { headers: { cookie: cookies() } });
    await valid(await answer.text(), path);
    await everywhere(launched, program.origin, path, async (visitor) => {
      await visitor.opens(room + path);
      await visitor.page.evaluate(() => document.querySelectorAll('details.way').forEach((way) => { way.open = true; }));
    }, { state });
  });
}

for (const form of forms) {
  story(`the page of a ${form} is sound`, async () => {
    const path = `${room}/poster?form=${form}&lang=es`;
    const answer = await fetch(program.origin + path, { headers: { cookie: cookies() } });
    await valid(await answer.text(), form);
    await everywhere(launched, program.origin, form, async (visitor) => visitor.opens(path), { state });
  });

  story(`a ${form} is one sheet of either paper, in light and in dark`, async () => {
    for (const scheme of ['light', 'dark']) {
      const visitor = await Visitor.arrive(launched, program.origin, { width: 1280, scheme, state });
      for (const [paper, size] of Object.entries(papers)) {
        await visitor.opens(`${room}/poster?form=${form}&paper=${paper}&lang=es`);
        const pdf = (await visitor.page.pdf({ preferCSSPageSize: true })).toString('latin1');
        assert.equal(pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length, 1, `${form} on ${paper}`);
        const box = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/.exec(pdf);
        assert.deepEqual(box.slice(1).map((edge) => Math.round(Number(edge))), size, paper);
        const sheet = visitor.page.locator('.sheet');
        nothing(await hidden(sheet), `${form} on ${paper}: cut off`);
        // the longest of each size that there can be
        for (const [fit, title, letters, ask] of [['large', 'Representatives ', 60, 220], ['middle', 'Responsibilities ', 80, 300], ['small', 'Internationalization ', 80, 300]]) {
          await sheet.evaluate((all, [fit, title, letters, ask]) => {
            all.classList.remove('largest', 'large', 'middle', 'small');
            all.classList.add(fit);
            all.querySelector('h1').textContent = title.repeat(9).slice(0, letters);
            all.querySelector('.ask').textContent = 'What we ask of you '.repeat(16).slice(0, ask);
            all.querySelector('.from bdi').textContent = 'A network of many words '.repeat(5).slice(0, 100);
          }, [fit, title, letters, ask]);
          nothing(await hidden(sheet), `the longest ${fit} ${form} on ${paper}: cut off`);
        }
        const link = await reads(await visitor.page.locator('.call .code').screenshot());
        assert.equal(link, `${program.origin}/es${letterPath}?via=${form}`, `${form} in ${scheme}`);
      }
      await visitor.leaves();
    }
  });
}

story('a phone reads the code off a dark screen, and every file of it', async () => {
  const visitor = await Visitor.arrive(launched, program.origin, { width: 390, scheme: 'dark', state });
  await visitor.opens(`${room}/share`);
  const link = `${program.origin}${letterPath}?via=qr`;
  assert.equal(await reads(await visitor.page.locator('svg.code').screenshot()), link, 'the page');
  const png = await visitor.context.request.get(`${room}/qr.png?via=harlow`);
  assert.equal(await reads(await png.body()), link.replace('=qr', '=harlow'), 'the PNG');
  const svg = await (await visitor.context.request.get(`${room}/qr.svg`)).text();
  const shown = await launched.newPage({ colorScheme: 'dark' });
  await shown.setContent(`<body bgcolor="black">${svg}</body>`);
  assert.equal(await reads(await shown.locator('svg').screenshot()), link, 'the SVG');
  await shown.close();
  await visitor.leaves();
});

story('without script everything can be selected, and nothing offers to copy', async () => {
  const visitor = await Visitor.arrive(launched, program.origin, { script: false, state });
  await visitor.opens(`${room}/share`);
  assert.equal(await visitor.page.locator('button[data-copy]:visible').count(), 0);
  assert.equal(await visitor.page.locator('#link').inputValue(), program.origin + letterPath);
  assert.match(await visitor.page.locator('#whatsapp-en').inputValue(), /via=whatsapp$/);
  await visitor.opens(`${room}/poster`);
  assert.equal(await visitor.page.locator('button:visible').count(), 0, 'nor to print');
  await visitor.leaves();
});

story('with script a press copies the message', async () => {
  const visitor = await Visitor.arrive(launched, program.origin, { width: 1280, state });
  await visitor.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: program.origin });
  await visitor.opens(`${room}/share`);
  const message = visitor.page.locator('#whatsapp-es');
  await visitor.page.click('button[data-copy="whatsapp-es"]');
  await visitor.page.waitForFunction(() => document.querySelector('button[data-copy="whatsapp-es"]').textContent !== '');
  assert.equal(await visitor.page.evaluate(() => navigator.clipboard.readText()), await message.inputValue());
  await visitor.leaves();
});

story('the Nu Html Checker finds nothing on any of them', checked);

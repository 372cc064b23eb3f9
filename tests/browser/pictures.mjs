// Draws the pages of the product into docs/pages: twelve pages at two widths in both schemes, and a sheet of all of them. Run it with
// `tests/run script tests/browser/pictures.mjs` when a page has changed its looks.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { Program } from './support/program.mjs';
import { atTheDesk } from './support/organizer.mjs';
import { closedPath, confirms, letterPath, link, pledgePath, signs } from './support/signing.mjs';
import { browser, Visitor } from './support/visitor.mjs';

const folder = new URL('../../docs/pages/', import.meta.url).pathname;
// Longer pages are cut here: what a reader sees in the first moment, and some scrolling.
const tallest = { 390: 1500, 1280: 1300 };

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const program = await Program.start();
const launched = await browser();
const drawn = [];

async function draws(visitor, name, width, scheme) {
  const { page } = visitor;
  await page.evaluate(() => document.fonts.ready);
  const height = Math.min(await page.evaluate(() => document.documentElement.scrollHeight), tallest[width]);
  const file = `${name}-${width}-${scheme}.jpg`;
  await page.screenshot({ path: folder + file, type: 'jpeg', quality: 72, fullPage: true, clip: { x: 0, y: 0, width, height } });
  drawn.push({ file, name, width, scheme });
}

try {
  const desk = await atTheDesk(launched, program, letterPath);
  for (const width of [390, 1280]) {
    for (const scheme of ['light', 'dark']) {
      const sam = await Visitor.arrive(launched, program.origin, { width, scheme });
      const email = `sam.${width}.${scheme}@example.org`;
      for (const [name, path] of [['front', '/en'], ['letter', `/en${letterPath}`], ['pledge', `/en${pledgePath}`], ['closed', `/en${closedPath}`], ['signers', `/en${letterPath}/signers`]]) {
        await sam.opens(path);
        await draws(sam, name, width, scheme);
      }
      await signs(sam, `/en${letterPath}`, { name: 'Lucía Fernández', email });
      await draws(sam, 'check', width, scheme);
      const letter = await program.mailbox(email);
      await sam.opens(link(letter));
      await draws(sam, 'confirm', width, scheme);
      await confirms(sam, letter);
      await draws(sam, 'signed', width, scheme);
      await sam.opens(await sam.page.locator('.quietly a').first().getAttribute('href'));
      await draws(sam, 'own', width, scheme);
      await sam.context.close();
      const ana = await Visitor.arrive(launched, program.origin, { width, scheme, state: desk.state });
      for (const [name, path] of [['overview', desk.room], ['edit', `${desk.room}/edit`], ['signatures', `${desk.room}/signatures`]]) {
        await ana.opens(path);
        await draws(ana, name, width, scheme);
      }
      await ana.context.close();
    }
  }
  const sheet = await launched.newPage({ viewport: { width: 1440, height: 900 } });
  const picture = ({ file }) => `data:image/jpeg;base64,${readFileSync(folder + file).toString('base64')}`;
  const row = (width) => drawn.filter((one) => one.width === width && one.scheme === 'light');
  const cards = [...row(390), ...row(1280).filter((one) => ['front', 'letter', 'overview', 'signatures'].includes(one.name))];
  await sheet.setContent(`<style>body{margin:0;padding:24px;background:#cfc9ba;display:flex;flex-wrap:wrap;gap:18px}
    figure{margin:0;height:380px;overflow:hidden;border-radius:8px;box-shadow:0 2px 10px #0005}img{display:block}
    .w390 img{width:212px}.w1280 img{width:678px}</style>
    ${cards.map((one) => `<figure class="w${one.width}"><img src="${picture(one)}"></figure>`).join('')}`);
  await sheet.screenshot({ path: `${folder}sheet.jpg`, type: 'jpeg', quality: 80, fullPage: true });
} finally {
  await launched.close();
  await program.stop();
}
console.log(`${drawn.length} pictures and a sheet in docs/pages`);

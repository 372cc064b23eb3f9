// The harness itself: each fault that a story must notice is shown to be noticed.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before } from 'node:test';
import { axe, valid } from './support/checks.mjs';
import { letter } from './support/letter.mjs';
import { browser, story, Visitor } from './support/visitor.mjs';

const sound = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Sound</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"></head>
<body><main><h1>Sound</h1><p>Words.</p></main></body></html>`;
const faulty = (inside) => sound.replace('<p>Words.</p>', inside);

let site, origin, launched;
const pages = {
  '/sound': [{}, sound],
  '/nameless': [{}, faulty('<input><img src="data:,">')],
  '/wide': [{}, faulty('<pre>' + 'x'.repeat(400) + '</pre>')],
  '/large': [{}, faulty('<p style="white-space:nowrap">' + 'x'.repeat(30) + '</p>')],
  '/abroad': [{}, faulty('<img alt="" src="http://127.0.0.1:9/x.png">')],
  '/inline': [{ 'content-security-policy': "default-src 'self'" }, faulty('<script>1</script><p style="color:red">x</p>')],
  '/cookie': [{ 'set-cookie': 'a=b' }, sound],
  '/throws': [{}, faulty('<script>null.x</script>')],
};

before(async () => {
  site = createServer((request, response) => {
    const [headers, html] = pages[request.url] ?? [{}, null];
    response.writeHead(html ? 200 : 404, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(html ?? 'nothing here');
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => site.once('listening', resolve));
  origin = `http://127.0.0.1:${site.address().port}`;
  launched = await browser();
});

after(async () => {
  await launched?.close();
  site?.close();
});

async function visit(path, options) {
  const visitor = await Visitor.arrive(launched, origin, options);
  await visitor.opens(path);
  return visitor;
}

story('a sound page passes, with script and without', async () => {
  for (const script of [true, false]) {
    const visitor = await visit('/sound', { script });
    if (script) await axe(visitor);
    await visitor.seesNoSidewaysScroll();
    await visitor.hasNoCookies();
    await visitor.leaves();
  }
  await valid(sound, '/sound');
});

story('a field without a name and a picture without words are noticed', async () => {
  const visitor = await visit('/nameless');
  await assert.rejects(axe(visitor), /image-alt[\s\S]*label|label[\s\S]*image-alt/);
  await visitor.leaves();
});

story('a page that scrolls sideways is noticed', async () => {
  const visitor = await visit('/wide', { width: 320 });
  await assert.rejects(visitor.seesNoSidewaysScroll(), /in a window of 320 px/);
  await visitor.leaves();
});

story('a page that scrolls sideways in large letters is noticed', async () => {
  const visitor = await Visitor.arrive(launched, origin);
  await visitor.opens('/large');
  await visitor.page.setViewportSize({ width: 320, height: 844 });
  await visitor.seesNoSidewaysScroll();
  await visitor.hasLettersOf('200%');
  await assert.rejects(visitor.seesNoSidewaysScroll(), /px wide in a window/);
  await visitor.leaves();
});

story('a request to another site is noticed, with script and without', async () => {
  for (const script of [true, false]) {
    const visitor = await visit('/abroad', { script });
    await assert.rejects(visitor.leaves(), /request to another site/);
  }
});

story('inline script and style are noticed', async () => {
  const visitor = await visit('/inline');
  await assert.rejects(visitor.leaves(), /content security policy: (style|script)-src/);
});

story('a cookie is noticed', async () => {
  const visitor = await visit('/cookie');
  await assert.rejects(visitor.hasNoCookies(), /cookies before anything was signed/);
  await visitor.leaves();
});

story('a script that throws and an address that is not answered are noticed', async () => {
  await assert.rejects((await visit('/throws')).leaves(), /script error/);
  await assert.rejects((await visit('/nowhere')).leaves(), /404/);
  await (await Visitor.arrive(launched, origin)).expects(404).leaves();
});

story('wrong HTML is noticed', async () => {
  await assert.rejects(valid(faulty('<p><div>x</p>'), 'wrong'), /html-validate/);
});

story('a letter is read as a mailbox shows it', () => {
  const raw = [
    'To: Zoë <z@example.org>',
    'Subject: =?utf-8?B?QsOpY2F1c2U=?= yes',
    'Content-Type: multipart/alternative;',
    ' boundary="b1"',
    '',
    '--b1',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    'Se=C3=B1al: https://example.org/c/abc=\r\ndef',
    '--b1',
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from('<p>é</p>').toString('base64'),
    '--b1--',
    '',
  ].join('\r\n');
  const read = letter(Buffer.from(raw, 'utf8').toString('latin1'));
  assert.equal(read.subject, 'Bécause yes');
  assert.deepEqual(read.links, ['https://example.org/c/abcdef']);
  assert.match(read.text, /^Señal/);
  assert.equal(read.html.trim(), '<p>é</p>');
});

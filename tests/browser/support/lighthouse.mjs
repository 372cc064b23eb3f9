// Lighthouse, in a browser of its own, on what it takes for a phone.
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { executable, flags } from './visitor.mjs';

// The browser's own recording fails now and then ("please run Lighthouse again"): that says nothing of the page.
const TRIES = 3;

async function report(url, onlyCategories, extraHeaders) {
  const chrome = await launch({ chromePath: executable(), chromeFlags: flags, logLevel: 'silent' });
  try {
    return (await lighthouse(url, { port: chrome.port, onlyCategories, extraHeaders, logLevel: 'silent' })).lhr;
  } finally {
    chrome.kill();
  }
}

// The score of each category, from 0 to 1, and every audit of them that is not passed; signed in where cookies are sent along.
export async function scores(url, onlyCategories, headers = {}) {
  let lhr = await report(url, onlyCategories, headers);
  for (let tries = 1; lhr.runtimeError && tries < TRIES; tries += 1) lhr = await report(url, onlyCategories, headers);
  if (lhr.runtimeError) throw new Error(`${lhr.runtimeError.code}: ${lhr.runtimeError.message}`);
  const categories = Object.values(lhr.categories);
  const reached = Object.fromEntries(categories.map((category) => [category.id, category.score]));
  const weighed = categories.flatMap((category) => category.auditRefs.filter((ref) => ref.weight > 0).map((ref) => ref.id));
  const short = weighed
    .map((id) => lhr.audits[id])
    .filter((audit) => audit.score !== null && audit.score < 1)
    .map((audit) => `${audit.id}: ${audit.title}`);
  return { reached, short };
}

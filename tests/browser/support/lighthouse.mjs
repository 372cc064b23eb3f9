// Lighthouse, in a browser of its own, on what it takes for a phone.
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { executable, flags } from './visitor.mjs';

// The score of each category, from 0 to 1, and every audit of them that is not passed.
export async function scores(url, onlyCategories) {
  const chrome = await launch({ chromePath: executable(), chromeFlags: flags, logLevel: 'silent' });
  try {
    const { lhr } = await lighthouse(url, { port: chrome.port, onlyCategories, logLevel: 'silent' });
    if (lhr.runtimeError) throw new Error(`${lhr.runtimeError.code}: ${lhr.runtimeError.message}`);
    const reached = Object.fromEntries(Object.values(lhr.categories).map((category) => [category.id, category.score]));
    const counts = new Set(Object.values(lhr.categories).flatMap((one) => one.auditRefs.filter((ref) => ref.weight > 0).map((ref) => ref.id)));
    const short = Object.values(lhr.audits)
      .filter((audit) => counts.has(audit.id) && audit.score !== null && audit.score < 1)
      .map((audit) => `${audit.id}: ${audit.title}`);
    return { reached, short };
  } finally {
    chrome.kill();
  }
}

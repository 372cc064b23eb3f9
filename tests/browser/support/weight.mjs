// What a page weighs: every answer of a first visit as it would go over the wire, text compressed, fonts and pictures as they are.
import { gzipSync } from 'node:zlib';
import { Visitor } from './visitor.mjs';

export const KB = 1024;

// `options` as of Visitor.arrive; `holds` is asked to look at the visitor before they leave.
export async function weighed(launched, origin, path, options = {}, holds = async () => {}) {
  const visitor = await Visitor.arrive(launched, origin, options);
  const answers = [];
  visitor.page.on('response', (response) => answers.push(response));
  await visitor.page.goto(path, { waitUntil: 'networkidle' });
  const parts = [];
  for (const answer of answers) {
    const body = await answer.body();
    const kind = answer.request().resourceType();
    const isText = /text|svg|json|javascript/.test(answer.headers()['content-type'] ?? '');
    const isKept = answer.headers()['cache-control']?.includes('immutable') ?? false;
    parts.push({ kind, isKept, url: answer.url(), size: isText ? gzipSync(body, { level: 9 }).length : body.length });
  }
  await holds(visitor);
  await visitor.leaves();
  return parts;
}

export function sum(parts, ...kinds) {
  return parts.filter((part) => kinds.length === 0 || kinds.includes(part.kind)).reduce((all, part) => all + part.size, 0);
}

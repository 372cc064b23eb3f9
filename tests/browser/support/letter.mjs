// Reads a captured letter: subject, recipient, plain text, HTML, and the addresses in it.

function headersOf(block) {
  const headers = new Map();
  for (const line of block.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
  }
  return headers;
}

const utf8 = (latin1) => Buffer.from(latin1, 'latin1').toString('utf8');
const fromHex = (text) => text.replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16)));

function words(text) {
  return text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind, inside) =>
      kind.toLowerCase() === 'b' ? Buffer.from(inside, 'base64').toString('utf8') : utf8(fromHex(inside.replace(/_/g, ' '))),
    );
}

function decoded(headers, body) {
  const encoding = (headers.get('content-transfer-encoding') ?? '7bit').toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (encoding === 'quoted-printable') return utf8(fromHex(body.replace(/=\r?\n/g, '')));
  return utf8(body);
}

function parts(text) {
  const end = text.search(/\r?\n\r?\n/);
  const headers = headersOf(text.slice(0, end));
  const body = text.slice(end).replace(/^\r?\n\r?\n/, '');
  const type = headers.get('content-type') ?? 'text/plain';
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1];
  if (!boundary) return [{ headers, type, text: decoded(headers, body) }];
  return body
    .split(`--${boundary}`)
    .slice(1, -1)
    .flatMap((part) => parts(part.replace(/^\r?\n/, '')));
}

// `raw` is the file read as latin1, so that bytes stay bytes.
export function letter(raw) {
  const headers = headersOf(raw.slice(0, raw.search(/\r?\n\r?\n/)));
  const all = parts(raw);
  const text = all.find((part) => part.type.startsWith('text/plain'))?.text ?? '';
  return {
    headers,
    to: headers.get('to') ?? '',
    subject: words(headers.get('subject') ?? ''),
    text,
    html: all.find((part) => part.type.startsWith('text/html'))?.text ?? '',
    links: text.match(/https?:\/\/[^\s<>"')]+/g) ?? [],
  };
}

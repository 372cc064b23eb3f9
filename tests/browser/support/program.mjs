// Starts the built program in demo mode with an empty data folder, and stops it.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { letter } from './letter.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const binary = resolve(root, process.env.UNDERSIGNED_BINARY ?? 'target/debug/undersigned');

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

// Nothing of the caller's settings may reach the program. The visitors come through a proxy that does not exist, so that each
// is a source of its own and none uses up the other's limit.
function environment() {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('UNDERSIGNED_'));
  return { ...Object.fromEntries(kept), UNDERSIGNED_TRUSTED_PROXIES: '127.0.0.1/32', UNDERSIGNED_METRICS: 'off' };
}

export class Program {
  // Resolves when /readyz says yes; throws with the program's own words when it ends first or takes too long.
  static async start(command = 'demo') {
    const program = new Program();
    program.data = await mkdtemp(join(tmpdir(), 'undersigned-'));
    const port = await freePort();
    program.origin = `http://127.0.0.1:${port}`;
    program.said = '';
    program.child = spawn(binary, [command, '--data', program.data, '--listen', `127.0.0.1:${port}`], {
      cwd: program.data,
      env: environment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [program.child.stdout, program.child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (program.said += text));
    }
    program.ended = new Promise((resolve) => {
      program.child.once('error', (error) => resolve(error.message));
      program.child.once('exit', (code, signal) => resolve(code ?? signal));
    });
    const deadline = Date.now() + 60_000;
    let over = false;
    program.ended.then(() => (over = true));
    while (!(await program.isReady())) {
      if (over || Date.now() > deadline) {
        const how = over ? `ended (${await program.ended})` : 'is not ready after 60 s';
        await program.stop();
        throw new Error(`${binary} ${command} ${how}:\n${program.said}`);
      }
      await pause(50);
    }
    return program;
  }

  async isReady() {
    try {
      return (await fetch(`${this.origin}/readyz`, { signal: AbortSignal.timeout(2000) })).ok;
    } catch {
      return false;
    }
  }

  // Captured letters to an address, oldest first.
  async letters(to) {
    const folder = join(this.data, 'mail');
    const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.eml')).sort();
    const all = await Promise.all(names.map(async (name) => letter(await readFile(join(folder, name), 'latin1'))));
    return all.filter((one) => one.to.includes(to));
  }

  // The n-th letter to an address, awaited.
  async mailbox(to, n = 1) {
    for (const deadline = Date.now() + 20_000; Date.now() < deadline; await pause(50)) {
      const found = await this.letters(to);
      if (found.length >= n) return found[n - 1];
    }
    throw new Error(`no letter ${n} to ${to} within 20 s:\n${this.said}`);
  }

  async stop() {
    this.child.kill('SIGTERM');
    const late = pause(12_000, 'late', { ref: false });
    const how = await Promise.race([this.ended, late]);
    if (how === 'late') this.child.kill('SIGKILL');
    await this.ended;
    await rm(this.data, { recursive: true, force: true });
    return how;
  }
}

// A program that nobody has set up, and the path it prints.
export async function fresh() {
  const program = await Program.start('serve');
  for (let tries = 0; tries < 200; tries += 1) {
    const link = /\/setup\/\w+/.exec(program.said)?.[0];
    if (link) return { program, link };
    await pause(50);
  }
  await program.stop();
  throw new Error(`no link in:\n${program.said}`);
}

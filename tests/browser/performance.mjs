// How fast Lighthouse finds the pages a supporter meets, as on a slow phone: `NAME ROUND SCORE` a line, for benches/run.
import { scores } from './support/lighthouse.mjs';
import { Program } from './support/program.mjs';
import { confirms, letterPath, signs } from './support/signing.mjs';
import { browser, Visitor } from './support/visitor.mjs';

const rounds = Number(process.argv[2] ?? 3);
const program = await Program.start();
try {
  const launched = await browser();
  const sam = await Visitor.arrive(launched, program.origin);
  await signs(sam, letterPath, { email: 'performance@example.org' });
  const letter = await program.mailbox('performance@example.org');
  await confirms(sam, letter);
  await sam.leaves();
  await launched.close();
  const pages = { petition: `${program.origin}/en${letterPath}`, thanks: `${program.origin}/en${letterPath}/signed` };
  for (let round = 1; round <= rounds; round += 1) {
    for (const [name, url] of Object.entries(pages)) {
      const { reached } = await scores(url, ['performance']);
      console.log(`lighthouse.${name} ${round} ${Math.round(reached.performance * 100)}`);
    }
  }
} finally {
  await program.stop();
}

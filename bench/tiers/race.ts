/** Tiers from metrics and from logs side by side, on the rules of Hilton for 2026; bundled and started by `run.ts`. */
import { evaluateTier, evaluateTierColumns, explainEvaluation, orThrow } from 'clientele/tiers';
import { handWritten, hilton2026, type Year } from './hilton.js';
import { randomYears } from './members.js';
import { raceReplay } from './replay.js';
import { race } from './rounds.js';
import { byRulesEngine } from './rules-engine.js';

const COUNT = 100_000;
/** So often in one run, as one pass is over too soon to be timed. */
const PASSES = 10;
/** As many as the slow engine judges in about as long. */
const FEW = 2000;

const years = randomYears(COUNT);
const columns = {
  nights: Int32Array.from(years, (year) => year.nights),
  stays: Int32Array.from(years, (year) => year.stays),
  spend: Float64Array.from(years, (year) => year.spend),
};
const values = years as readonly (Year & Record<string, number>)[];

/** Every answer of every contender is the same. */
async function checkAnswers(): Promise<void> {
  const { tier, tierNames } = orThrow(evaluateTierColumns(hilton2026, columns));
  for (const [i, year] of values.entries()) {
    const expected = handWritten(year);
    const answers = [
      evaluateTier(hilton2026, year).tier,
      explainEvaluation(hilton2026, year).tiers.find(({ holds }) => holds === 'yes')?.tier ?? 'member',
      tierNames[tier[i] ?? 0],
      ...(i < FEW ? [await byRulesEngine(year)] : []),
    ];
    if (answers.some((answer) => answer !== expected)) {
      throw new Error(`${JSON.stringify(year)}: ${expected} by hand, others ${answers.join(', ')}`);
    }
  }
}

/** Something is done with every answer, so that none is optimised away. */
let sum = 0;

const HAND = 'by hand';
const OURS = 'clientele';
const EXPLAINED = 'clientele, explained';
const COLUMNS = 'clientele, columns';
const ENGINE = 'json-rules-engine';

await checkAnswers();
const speeds = await race(
  [
    {
      name: HAND,
      members: COUNT * PASSES,
      run() {
        for (let pass = 0; pass < PASSES; pass += 1)
          for (const year of values) sum += handWritten(year).length;
      },
    },
    {
      name: OURS,
      members: COUNT * PASSES,
      run() {
        for (let pass = 0; pass < PASSES; pass += 1)
          for (const year of values) sum += evaluateTier(hilton2026, year).tier.length;
      },
    },
    {
      name: EXPLAINED,
      members: COUNT,
      run() {
        for (const year of values) sum += explainEvaluation(hilton2026, year).tiers.length;
      },
    },
    {
      name: COLUMNS,
      members: COUNT * PASSES,
      run() {
        for (let pass = 0; pass < PASSES; pass += 1)
          sum += orThrow(evaluateTierColumns(hilton2026, columns)).tier.length;
      },
    },
    {
      name: ENGINE,
      members: FEW,
      async run() {
        for (const year of values.slice(0, FEW)) sum += (await byRulesEngine(year)).length;
      },
    },
  ],
  9,
);

const speed = (name: string): number => speeds.get(name) ?? 0;
console.log(
  `\n${COUNT.toLocaleString('en')} members, the rules of Hilton 2026; same answers (${sum % 2 === 0 ? 'even' : 'odd'} sum)\n`,
);
console.log('| | members per second | of by hand |\n| --- | ---: | ---: |');
for (const [name, one] of speeds) {
  console.log(`| ${name} | ${Math.round(one).toLocaleString('en')} | ${(one / speed(HAND)).toFixed(4)} |`);
}

function target(what: string, found: number, atLeast: number): string {
  return `${found >= atLeast ? 'reached' : 'MISSED '} ${what}: ${found.toFixed(2)} (${atLeast} or more)`;
}

console.log(`
${target('clientele / by hand', speed(OURS) / speed(HAND), 0.4)}
${target('clientele / json-rules-engine', speed(OURS) / speed(ENGINE), 200)}
${target('explained, million a second', speed(EXPLAINED) / 1e6, 1)} or 0.05 of by hand: ${(speed(EXPLAINED) / speed(HAND)).toFixed(3)}`);

const { speeds: replays, bytesPerMember, members } = raceReplay(50);
const [byHand = 0, replayed = 0] = replays.values();
console.log(`\n${members.toLocaleString('en')} members with 12 stays each; same histories\n`);
console.log('| | members per second | times the fold by hand |\n| --- | ---: | ---: |');
for (const [name, one] of replays) {
  console.log(`| ${name} | ${Math.round(one).toLocaleString('en')} | ${(byHand / one).toFixed(2)} |`);
}
console.log(
  `\n${byHand <= 5 * replayed ? 'reached' : 'MISSED '} at most five times a fold by hand: ${(byHand / replayed).toFixed(2)}`,
);
console.log(
  `${bytesPerMember < 1 ? 'reached' : 'MISSED '} flat memory: ${bytesPerMember.toFixed(3)} bytes kept for each member replayed`,
);

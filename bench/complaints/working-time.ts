/**
 * Working time and business days added, side by side: clientele, moment-business-time, dayjs-business-time and
 * dayjs-business-days, on the same questions in UTC (the others go wrong where clocks change), with the same answers.
 */
import {
  addBusinessDays,
  addWorkingTime,
  compileCalendar,
  defineWorkingCalendar,
  explainWorkingTime,
  orThrow,
} from 'clientele/calendar';
import dayjs from 'dayjs';
import businessDays from 'dayjs-business-days';
import businessTime from 'dayjs-business-time';
import moment from 'moment-business-time';
import { race } from '../tiers/rounds.js';

declare module 'moment' {
  interface Moment {
    addWorkingTime(count: number, unit: 'minutes'): Moment;
  }
  interface LocaleSpecification {
    holidays?: readonly string[];
  }
}
declare module 'dayjs' {
  interface Dayjs {
    businessDaysAdd(days: number): Dayjs;
  }
}

/** So often in one run, as one pass is over too soon to be timed. */
const PASSES = 50;
const MINUTE = 60_000;
const HOLIDAYS = [
  '2026-04-03',
  '2026-04-06',
  '2026-05-04',
  '2026-05-25',
  '2026-08-31',
  '2026-12-25',
  '2026-12-28',
];

interface Question {
  readonly from: number;
  readonly day: string;
  readonly minutes: number;
  readonly days: number;
}

/** Two minutes to `longest` from any minute of 2026, in and outside opening hours. */
function questions(count: number, longest: number): readonly Question[] {
  let seed = 20_260_109;
  const next = (below: number): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  return Array.from({ length: count }, () => {
    const from = Date.UTC(2026, 0, 1) + next(360 * 1440) * MINUTE;
    const minutes = 2 + next(longest - 1);
    return {
      from,
      day: new Date(from).toISOString().slice(0, 10),
      minutes,
      days: 1 + Math.floor(minutes / 480),
    };
  });
}

const WEEK = [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], hours: [['09:00', '17:00']] }] as const;
const plain = { name: 'desk', zone: 'UTC', week: WEEK } as const;
const weekdays = compileCalendar(defineWorkingCalendar(plain));
const desk = compileCalendar(
  defineWorkingCalendar({
    ...plain,
    exceptions: HOLIDAYS.map((date) => ({ kind: 'closed', date, name: 'bank holiday' })),
  }),
);

dayjs.extend(businessTime);
dayjs.setHolidays([...HOLIDAYS]);
moment.updateLocale(moment.locale(), { holidays: HOLIDAYS });

type Answer = (question: Question) => number | string;

const OURS = 'clientele';
const minutes: Readonly<Record<string, Answer>> = {
  [OURS]: ({ from, minutes: budget }) => orThrow(addWorkingTime(desk, from, budget)),
  'clientele, explained': ({ from, minutes: budget }) =>
    orThrow(explainWorkingTime(desk, from, budget)).until,
  'moment-business-time': ({ from, minutes: budget }) =>
    moment(from).addWorkingTime(budget, 'minutes').valueOf(),
  'dayjs-business-time': ({ from, minutes: budget }) => dayjs(from).addBusinessMinutes(budget).valueOf(),
};
const days: Readonly<Record<string, Answer>> = {
  [OURS]: ({ day, days: count }) => orThrow(addBusinessDays(weekdays, day, count)),
  'dayjs-business-days': ({ day, days: count }) => dayjs(day).businessDaysAdd(count).format('YYYY-MM-DD'),
};

/** All give the same answers to all questions. */
function checkAnswers(all: readonly Question[], answers: Readonly<Record<string, Answer>>): void {
  for (const question of all) {
    const found = Object.values(answers).map((answer) => answer(question));
    if (new Set(found).size > 1) throw new Error(`${JSON.stringify(question)}: ${found.join(', ')}`);
  }
}

/** Something is done with every answer, so that none is optimised away. */
let sum = 0;

async function raceAnswers(
  title: string,
  all: readonly Question[],
  answers: Readonly<Record<string, Answer>>,
  rounds: number,
): Promise<readonly string[]> {
  checkAnswers(all, answers);
  const speeds = await race(
    Object.entries(answers).map(([name, answer]) => {
      const passes = name === OURS ? PASSES : 1;
      return {
        name,
        members: all.length * passes,
        run() {
          for (let pass = 0; pass < passes; pass += 1)
            for (const question of all) sum += String(answer(question)).length;
        },
      };
    }),
    rounds,
  );
  const ours = speeds.get(OURS) ?? 0;
  console.log(`\n${title}: ${all.length} questions, same answers\n`);
  console.log('| | additions per second | clientele is faster by |\n| --- | ---: | ---: |');
  for (const [name, one] of speeds)
    console.log(`| ${name} | ${Math.round(one).toLocaleString('en')} | ${(ours / one).toFixed(1)} |`);
  return [...speeds]
    .filter(([name]) => !name.startsWith(OURS))
    .map(([name, one]) => {
      const ratio = ours / one;
      return `${ratio >= 10 ? 'reached' : 'MISSED '} ${title}, clientele / ${name}: ${ratio.toFixed(1)} (10 or more)`;
    });
}

/** Runs all races and says whether additions are at least ten times as fast as elsewhere. */
export async function raceWorkingTime(rounds: number): Promise<void> {
  const short = await raceAnswers(
    'minutes, up to five days of work',
    questions(1000, 5 * 480),
    minutes,
    rounds,
  );
  const long = await raceAnswers(
    'minutes, up to sixty days of work',
    questions(100, 60 * 480),
    minutes,
    rounds,
  );
  // Not before: it puts a business day that knows no holidays in the place of that of dayjs-business-time.
  dayjs.extend(businessDays.default);
  const whole = await raceAnswers('business days, up to sixty', questions(1000, 60 * 480), days, rounds);
  console.log(`\n${[...short, ...long, ...whole].join('\n')}\n(${sum % 2 === 0 ? 'even' : 'odd'} sum)`);
}

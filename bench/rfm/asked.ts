/** What is asked of the races, and what a run reached. */

/** Median milliseconds by contender, of one race at one size. */
export type Times = Readonly<Record<string, number>>;

/** Megabytes of 10^6 bytes. */
export interface Memory {
  readonly bare: number;
  readonly before: number;
  readonly loaded: number;
  readonly peak: number;
}

export interface Measured {
  times(race: string, rows: number): Times | undefined;
  memory(contender: string): Memory | undefined;
  readonly append: Times | undefined;
  readonly file: Readonly<Record<string, { readonly milliseconds: number }>> | undefined;
}

interface Asked {
  readonly what: string;
  readonly atLeast?: number;
  readonly atMost?: number;
  /** Absent where the run has not measured it. */
  readonly reached: number | undefined;
}

const MILLION = 1_000_000;
const TEN_MILLION = 10 * MILLION;

/** Each figure that was asked for, beside the one that was reached. */
export function askedAndReached({ times, memory, append, file }: Measured): readonly Asked[] {
  const faster = (race: string, rows: number, than: string): number | undefined =>
    ratio(times(race, rows)?.[than], times(race, rows)?.['clientele']);
  const extra = (contender: string): number | undefined => {
    const found = memory(contender);
    return found && found.peak - found.before;
  };
  const whole = (contender: string): number | undefined =>
    ratio(memory(contender)?.peak, memory(contender)?.before);
  const both = [
    ['1 M', MILLION],
    ['10 M', TEN_MILLION],
  ] as const;
  return [
    ...both.flatMap(([size, rows]): readonly Asked[] => [
      { what: `integers, ${size}: DuckDB on its table`, atLeast: 2, reached: faster('integers', rows, DUCK) },
      {
        what: `integers apart, ${size}: DuckDB on its table`,
        atLeast: 2,
        reached: faster('sparse', rows, DUCK),
      },
      {
        what: `short texts, ${size}: DuckDB on its table`,
        atLeast: 1.2,
        reached: faster('texts', rows, DUCK),
      },
      { what: `UUIDs, ${size}: DuckDB on its table`, atLeast: 1.2, reached: faster('uuids', rows, DUCK) },
      {
        what: `objects, ${size}: DuckDB loading them`,
        atLeast: 3,
        reached: faster('objects', rows, DUCK_LOADING),
      },
      { what: `objects, ${size}: lodash`, atLeast: 6, reached: faster('objects', rows, 'lodash') },
      { what: `integers, ${size}: arquero`, atLeast: 8, reached: faster('integers', rows, 'arquero') },
      { what: `objects, ${size}: arquero`, atLeast: 8, reached: faster('objects', rows, 'arquero') },
    ]),
    {
      what: 'integers, 10 M: in scatter passes',
      atMost: 5,
      reached: ratio(
        times('integers', TEN_MILLION)?.['clientele'],
        times('integers', TEN_MILLION)?.['scatter pass'],
      ),
    },
    ...['integers', 'texts', 'objects'].map((race) => ({
      what: `${race}: growth from 1 M to 10 M`,
      atMost: 15,
      reached: ratio(times(race, TEN_MILLION)?.['clientele'], times(race, MILLION)?.['clientele']),
    })),
    ...['integers', 'texts', 'objects'].map((kind) => ({
      what: `${kind}: extra peak memory, part of DuckDB's`,
      atMost: 0.5,
      reached: ratio(extra(`clientele ${kind}`), extra(`DuckDB ${kind}`)),
    })),
    {
      what: 'integers: peak memory, times input and runtime',
      atMost: 1.7,
      reached: whole('clientele integers'),
    },
    { what: 'texts: peak memory, times input and runtime', atMost: 2.5, reached: whole('clientele texts') },
    {
      what: 'append 1,000 orders to 1 M customers, all scored anew: DuckDB',
      atLeast: 4,
      reached: ratio(append?.['DuckDB'], append?.['clientele']),
    },
    {
      what: 'CSV file, 10 M lines: times DuckDB',
      atMost: 5,
      reached: ratio(file?.['score-orders']?.milliseconds, file?.['DuckDB']?.milliseconds),
    },
  ];
}

const DUCK = 'DuckDB, loaded';
const DUCK_LOADING = 'DuckDB, loading';

function ratio(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? undefined : one / other;
}

/** As a Markdown table; what was not measured is left out. */
export function askedTable(asked: readonly Asked[]): string {
  const rows = asked.flatMap(({ what, atLeast, atMost, reached }) => {
    if (reached === undefined) return [];
    const kept = reached >= (atLeast ?? 0) && reached <= (atMost ?? Number.POSITIVE_INFINITY);
    const wanted = atLeast === undefined ? `at most ${atMost}` : `at least ${atLeast}`;
    return [`| ${what} | ${wanted} | ${reached.toFixed(2)} | ${kept ? 'yes' : '**no**'} |`];
  });
  return ['| | asked | reached | kept |', '| --- | ---: | ---: | --- |', ...rows].join('\n');
}

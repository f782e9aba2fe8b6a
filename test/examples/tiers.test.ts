/** The example program for tiers: as its user runs it. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { main } from '../../examples/tiers/run.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The program, within this process. */
function tiers(...args: readonly string[]): Run {
  const said = { stdout: '', stderr: '' };
  const code = main(args, {
    out: (text) => {
      said.stdout += text;
    },
    error: (text) => {
      said.stderr += text;
    },
  });
  return { code, ...said };
}

/** The program in a process of its own, under this environment. */
function startTiers(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Run> {
  return new Promise((resolve, reject) => {
    const program = ['--import', 'tsx', join(ROOT, 'examples/tiers/main.ts'), ...args];
    const child = spawn(process.execPath, program, {
      cwd: ROOT,
      env: { ...process.env, TSX_TSCONFIG_PATH: join(ROOT, 'tsconfig.test.json'), ...env },
    });
    const said = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const)
      child[name].setEncoding('utf8').on('data', (text: string) => {
        said[name] += text;
      });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...said }));
  });
}

describe("a member's year", () => {
  const { code, stdout, stderr } = tiers('year');
  const lines = stdout.split('\n');

  it('is told in order: what the guest did, and what it did to the tier', () => {
    expect([code, stderr]).toEqual([0, '']);
    expect(lines[0]).toBe('Hilton Honors, 2026, guest-1, 2026-09-30');
    const told = lines.filter((line) => /^\d{4}-\d{2}-\d{2} /.test(line));
    expect(told.map((line) => line.slice(0, 10))).toEqual(told.map((line) => line.slice(0, 10)).sort());
    expect(told.filter((line) => line.includes('*'))).toEqual([
      '2026-01-05  * Joins as Member.',
      '2026-02-15  * Given at least Gold, compensation (sorry-1), through 16 May 2026.',
      '2026-02-25  * Earns Silver (stay-05), through 31 March 2028; holds Gold, given.',
      '2026-05-14  * Earns Gold (stay-12), through 31 March 2028; holds Gold, given.',
      '2026-05-16  * The override sorry-1 ends: Gold.',
      '2026-09-04  * Rises from Gold to Diamond (stay-22), through 31 March 2028.',
    ]);
    // The stay comes before what it brought.
    expect(lines.findIndex((line) => line.includes('stay-22: 2 nights'))).toBe(
      lines.findIndex((line) => line.includes('to Diamond')) - 1,
    );
  });

  it('says why, what is missing and what time will bring', () => {
    expect(stdout).toContain('Diamond since 4 September 2026, through 31 March 2028, brought by stay-22');
    expect(stdout).toContain('Diamond Reserve: 26 more nights and 8,563.00 USD');
    expect(stdout).toContain('2028-04-01  Falls from Diamond to Member.');
  });

  it('under softer rules in Chinese', () => {
    const run = tiers('year', '--programme', 'marriott', '--lang', 'zh', '--as-of', '2028-06-30');
    expect(run.code).toBe(0);
    expect(run.stdout).toContain(
      '2028-03-01  * 未能保级：由白金卡会员降至金卡会员（缓降），有效期至 2029年2月28日。',
    );
    expect(run.stdout).not.toMatch(/[{}]/);
  });
});

describe('a change of policy', () => {
  const { code, stdout } = tiers('change');

  it('adds up: the rows of the matrix, its columns, and the moves', () => {
    expect(code).toBe(0);
    const rows = stdout
      .split('\n')
      .filter((line) => /^(Bronze|Silver|Gold|Platinum|Platinum One|all)( +[\d,]+){6}$/.test(line))
      .map((line) => line.replaceAll(',', '').match(/\d+/g)?.map(Number) ?? []);
    expect(rows).toHaveLength(6);
    for (const row of rows) expect(row.slice(0, 5).reduce((a, b) => a + b)).toBe(row[5]);
    const columns = [0, 1, 2, 3, 4, 5].map((i) =>
      rows.slice(0, 5).reduce((sum, row) => sum + (row[i] ?? 0), 0),
    );
    expect(columns).toEqual(rows[5]);
    expect(rows[5]?.[5]).toBe(2000);
    const count = (pattern: RegExp): number => Number(pattern.exec(stdout)?.[1]);
    const up = [0, 1, 2, 3, 4].flatMap((from) => rows[from]?.slice(from + 1, 5) ?? []);
    expect(count(/^Promoted: (\d+)$/m)).toBe(up.reduce((a, b) => a + b));
    const down = [0, 1, 2, 3, 4].flatMap((from) => rows[from]?.slice(0, from) ?? []);
    expect(count(/had earned: (\d+)$/m) + count(/were given: (\d+)$/m)).toBe(down.reduce((a, b) => a + b));
  });

  it('says as of when and what is made up, in lines that can be read', () => {
    expect(stdout.split('\n').slice(0, 2)).toEqual([
      'A change of policy, as of 2026-02-28',
      'Thresholds that the programme does not print, caps, costs and members are made up.',
    ]);
    expect(
      Math.max(
        ...tiers()
          .stdout.split('\n')
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(160);
  });

  it('in Chinese, for other members', () => {
    const run = tiers('change', '--lang', 'zh', '--members', '50', '--seed', '9');
    expect(run.code).toBe(0);
    expect(run.stdout).toContain('50 名会员中');
    expect(run.stdout).not.toMatch(/[{}]|undefined/);
  });
});

describe('bad options', () => {
  it.each([
    [['week'], 'what to show is one of both, year, change, not "week"'],
    [['year', 'change'], 'one thing at a time, got 2'],
    [['--programme', 'hyatt'], '--programme is one of hilton, marriott, not "hyatt"'],
    [['--as-of', '2026-02-30'], '--as-of is a day from 2026-01-05 to 2029-12-31, not "2026-02-30"'],
    [['--members', '0'], '--members is a whole number from 1 to 100000, not "0"'],
    [['--seed', '1e3'], '--seed is a whole number from 0 to 2147483647, not "1e3"'],
    [['--lang', 'de'], '--lang is one of en, zh, not "de"'],
    [['--colour'], `Unknown option '--colour'`],
  ])('%o: one line, and 2', (args, message) => {
    expect(tiers(...args)).toEqual({
      code: 2,
      stdout: '',
      stderr: `tiers: ${message} (--help shows the options)\n`,
    });
  });

  it('help is none', () => {
    const { code, stdout } = tiers('--help');
    expect(code).toBe(0);
    expect(stdout).toContain('--programme NAME');
  });
});

it('prints the same under every time zone and locale', async () => {
  const here = tiers();
  const runs = await Promise.all([
    startTiers([], { TZ: 'Pacific/Auckland', LC_ALL: 'de_DE.UTF-8', LANG: 'de_DE.UTF-8' }),
    startTiers([], { TZ: 'America/Havana', LC_ALL: 'C' }),
  ]);
  for (const run of runs) expect(run).toEqual(here);
});

/** One case's life as sentences. */
import { englandAndWalesBusinessCalendar } from 'clientele/calendar';
import { caseTimeline, complaintDesk, fcaDisp, orThrow, describe as words } from 'clientele/complaints';
import { describe, expect, it } from 'vitest';
import { assessment, DAY, desk, HOUR, logAfter, MONDAY, opened, setup, tell, told } from './support.js';

const log = told(
  logAfter(opened('c1'), tell('ASSESS', MONDAY + HOUR, { ...assessment, severity: 'critical' })),
  tell('SEND_UPDATE', MONDAY + 8 * DAY, { progress: 'p', nextUpdateBy: MONDAY + 14 * DAY }),
).log;

describe('the life of a case', () => {
  const timeline = orThrow(caseTimeline(desk, log, MONDAY + 10 * DAY));

  it('tells what happened, what ran from it, what was late and what raised it, by time', () => {
    const lines = timeline.statements.map((one) => words(one, 'en'));
    expect(lines[0]).toBe('09:00 on 12 January 2026: Receive (ann, handler): now Received.');
    expect(lines).toContain(
      '09:00 on 12 January 2026: Acknowledgement began: due by the end of 13 January 2026. Rule: desk 1.',
    );
    expect(lines).toContain('00:00 on 14 January 2026: Acknowledgement is late. Rule: desk 1.');
    expect(lines).toContain(
      '10:00 on 12 January 2026: Raised to tier 2 (Manager): it was assessed as critical or worse.',
    );
    const times = timeline.entries.map(({ at }) => at);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  it('tells what was met, until when it was due and by which rule', () => {
    const met = timeline.entries.filter(({ kind }) => kind === 'met');
    expect(met.map(({ statement }) => words(statement, 'en'))).toContain(
      'Assessment was met, 2 days before its limit (the end of 14 January 2026). Rule: desk 1.',
    );
  });

  it('says nothing twice', () => {
    const lines = timeline.statements.map((one) => words(one, 'en'));
    expect(new Set(lines).size).toBe(lines.length);
  });

  it('tells clocks of one name apart by their packs, also where they end at one instant', () => {
    const twin = { ...fcaDisp, name: 'twin', title: { en: 'Twin', zh: '另一规则' } };
    const bank = complaintDesk({
      ...setup,
      packs: [...setup.packs, fcaDisp, twin],
      calendars: { ...setup.calendars, uk: englandAndWalesBusinessCalendar() },
    });
    const lines = orThrow(caseTimeline(bank, log, MONDAY + 10 * DAY)).statements.map((one) =>
      words(one, 'en'),
    );
    const due = lines.filter((line) => line.includes('Final response') && line.endsWith('is due.'));
    expect(due).toEqual([
      '00:00 on 10 March 2026: Final response (Twin) is due.',
      '00:00 on 10 March 2026: Final response (FCA DISP) is due.',
    ]);
    expect(lines).toContain(
      "09:00 on 12 January 2026: Summary resolution (The desk's own clocks) began: open until the end of 15 January 2026. Rule: desk 1.",
    );
    expect(new Set(lines).size).toBe(lines.length);
  });

  it('tells what lies ahead, with how it was counted', () => {
    const due = timeline.entries.filter(({ kind }) => kind === 'due');
    expect(due.map(({ at }) => at > MONDAY + 10 * DAY)).not.toContain(false);
    const response = due.find(({ statement }) => words(statement, 'en') === 'Response is due.');
    expect(response?.because.map((one) => words(one, 'en')).join(' ')).toContain('January 2026');
  });

  it('speaks Chinese too, without a placeholder left in either language', () => {
    for (const language of ['en', 'zh'] as const) {
      const text = words(timeline, language);
      expect(text).not.toMatch(/\{\w+\}/);
    }
    expect(words(timeline, 'zh')).toContain('登记（ann，经办人）');
  });

  it('knows nothing of what comes after it', () => {
    const early = orThrow(caseTimeline(desk, log, MONDAY));
    expect(early.entries.filter(({ kind }) => kind === 'event')).toHaveLength(1);
  });
});

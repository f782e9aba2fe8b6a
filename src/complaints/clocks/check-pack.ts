/** What a rule pack of the right shape can still get wrong. */
import { checkDeadlineRule } from '../../calendar/index.js';
import { isZone, parseIsoDay } from '../../foundation/civil.js';
import { type Path, problem, repeats, wrong } from '../../foundation/make-problem.js';
import type { Problem } from '../../foundation/problem.js';
import type { Citation, ClockLimit, ClockRule, ComparedLimit, RulePack } from './model.js';
import { followedBy } from './ready.js';

/**
 * All problems of a pack: an unknown zone, days that do not exist or an effective range that is empty, two clocks of one
 * name, time limits out of bounds, percentages outside 0 to 100 or not ascending, a statutory clock that pauses without
 * citing the rule that lets it, a pause of a limit that a field names, a reopening policy where nothing reopens, a start
 * by a clock that is not there or that waits for this one, compared limits all of which are optional. Whether the host has
 * the calendars it names shows when clocks are worked out.
 */
export function checkRulePack(pack: RulePack): readonly Problem[] {
  const zone = isZone(pack.zone) ? [] : [problem('unknownZone', ['zone'], { kind: 'zone' }, pack.zone)];
  const names = pack.clocks.map(({ clock }) => clock);
  return [
    ...zone,
    ...checkEffective(pack),
    ...checkCitation(pack.citation, ['citation']),
    ...repeats(names, (i) => ['clocks', i, 'clock'], { en: 'clock name', zh: '时钟名称' }),
    ...pack.clocks.flatMap((rule, i) => checkClock(rule, pack, ['clocks', i])),
    ...checkRunOuts(pack),
  ];
}

function checkEffective({ effective: { from, until } }: RulePack): readonly Problem[] {
  const days = [...dayProblem(from, ['effective', 'from']), ...dayProblem(until, ['effective', 'until'])];
  if (days.length > 0 || from === undefined || until === undefined || from < until) return days;
  const type = { en: `day after ${from}`, zh: `${from} 之后的日期` };
  return [wrong('emptyRange', ['effective', 'until'], type, until)];
}

function checkCitation(citation: Citation | undefined, path: Path): readonly Problem[] {
  return dayProblem(citation?.readOn, [...path, 'readOn']);
}

function dayProblem(day: string | undefined, path: Path): readonly Problem[] {
  if (day === undefined || parseIsoDay(day) !== undefined) return [];
  return [wrong('noSuchDay', path, { en: 'day of the calendar', zh: '日历上存在的日期' }, day)];
}

function checkClock(rule: ClockRule, pack: RulePack, path: Path): readonly Problem[] {
  return [
    ...checkCitation(rule.citation, [...path, 'citation']),
    ...checkLimit(rule.limit, [...path, 'limit']),
    ...(rule.timerAgain === undefined
      ? []
      : under([...path, 'timerAgain'], checkDeadlineRule(rule.timerAgain))),
    ...checkAtRisk(rule.atRisk ?? [], [...path, 'atRisk']),
    ...checkPauses(rule, path),
    ...checkReopening(rule, pack, path),
    ...Object.entries(rule.timerFields ?? {}).flatMap(([field, limit]) =>
      under([...path, 'timerFields', field], checkDeadlineRule(limit)),
    ),
    ...checkTimer(rule, path),
  ];
}

/** Starts by, and moments within, clocks that the pack does not have, and those by which a clock would wait for itself. */
function checkRunOuts({ clocks }: RulePack): readonly Problem[] {
  const followed = new Map(clocks.map((rule) => [rule.clock, followedBy(rule).map(({ clock }) => clock)]));
  const waitsFor = (name: string, wanted: string, seen: Set<string>): boolean => {
    if (name === wanted) return true;
    if (seen.has(name)) return false;
    seen.add(name);
    return (followed.get(name) ?? []).some((next) => waitsFor(next, wanted, seen));
  };
  return clocks.flatMap((rule, i) =>
    followedBy(rule).flatMap(({ clock, path: place }) => {
      const path = ['clocks', i, ...place];
      if (!followed.has(clock))
        return [problem('unknownClock', path, { kind: 'oneOf', values: [...followed.keys()] }, clock)];
      if (!waitsFor(clock, rule.clock, new Set())) return [];
      const type = { en: `clock that does not wait for ${rule.clock}`, zh: `不依赖 ${rule.clock} 的时钟` };
      return [wrong('circle', path, type, clock)];
    }),
  );
}

function under(path: Path, problems: readonly Problem[]): readonly Problem[] {
  return problems.map((one) => ({ ...one, path: [...path, ...one.path] }));
}

function checkLimit(limit: ClockLimit, path: Path): readonly Problem[] {
  if ('whichever' in limit) return checkCompared(limit, [...path, 'of']);
  if (!('untilField' in limit)) return under(path, checkDeadlineRule(limit));
  return limit.otherwise === undefined
    ? []
    : under([...path, 'otherwise'], checkDeadlineRule(limit.otherwise));
}

function checkCompared({ of }: ComparedLimit, path: Path): readonly Problem[] {
  const rules = of.flatMap(({ rule }, i) => under([...path, i, 'rule'], checkDeadlineRule(rule)));
  if (of.some(({ optional }) => optional === undefined)) return rules;
  const type = { en: 'limit that is not optional', zh: '非可选的期限' };
  return [...rules, wrong('missing', path, type, undefined)];
}

function checkAtRisk(percents: readonly number[], path: Path): readonly Problem[] {
  const range = { kind: 'range', min: 0, max: 100 } as const;
  const outside = percents.flatMap((percent, i) =>
    percent >= 0 && percent <= 100 ? [] : [problem('outOfRange', [...path, i], range, percent)],
  );
  const ascending = percents.every((percent, i) => i === 0 || percent > (percents[i - 1] ?? 0));
  if (ascending || outside.length > 0) return outside;
  return [problem('notAscending', path, { kind: 'ascending' }, percents.join(', '))];
}

function checkPauses({ pauses = [], class: kind, limit }: ClockRule, path: Path): readonly Problem[] {
  const uncited = pauses.flatMap((pause, i) => {
    if (kind === 'contractual' || pause.citation !== undefined)
      return checkCitation(pause.citation, [...path, 'pauses', i, 'citation']);
    const type = {
      en: 'citation of the rule that lets a statutory clock pause',
      zh: '允许法定时限暂停的条文出处',
    };
    return [wrong('pauseWithoutRule', [...path, 'pauses', i, 'citation'], type, undefined)];
  });
  if (pauses.length === 0 || !('untilField' in limit) || limit.otherwise !== undefined) return uncited;
  const type = {
    en: 'limit that is counted, since one that is named cannot pause',
    zh: '按规则计算的期限（指定的期限不能暂停）',
  };
  return [...uncited, wrong('pauseOfNamedLimit', [...path, 'pauses'], type, pauses)];
}

function checkReopening(
  { reopened = 'none', reopenWithin }: ClockRule,
  { reopenings }: RulePack,
  path: Path,
): readonly Problem[] {
  const within =
    reopenWithin === undefined ? [] : under([...path, 'reopenWithin'], checkDeadlineRule(reopenWithin));
  if (reopenWithin !== undefined && reopened === 'none') {
    const policy = { en: 'policy for reopenings in time', zh: '限期内重开的策略' };
    return [...within, wrong('missing', [...path, 'reopened'], policy, undefined)];
  }
  if (reopened === 'none' || reopenings.length > 0) return within;
  const type = {
    en: 'moment that reopens a case, for the policies of its clocks',
    zh: '重新受理的时点（供时钟的重开策略使用）',
  };
  return [
    ...within,
    { ...wrong('noReopening', ['reopenings'], type, undefined), path: [...path, 'reopened'] },
  ];
}

function checkTimer({ timer, timerAgain }: ClockRule, path: Path): readonly Problem[] {
  if (timerAgain === undefined || timer !== undefined) return [];
  return [
    wrong(
      'missing',
      [...path, 'timer'],
      { en: 'timer that is due again', zh: '再次到期的定时器' },
      undefined,
    ),
  ];
}

/** Durations of a policy: written as they should be, and not nothing where nothing makes no sense. */
import type { Problem } from '../../foundation/problem.js';
import type { CivilDuration, TierValidity } from '../periods.js';
import { parseDuration } from '../time/civil-duration.js';
import { type Path, problem, wrong } from './policy-problem.js';

/** A duration that may be nothing (`'P0D'`), where there is one at all. */
export function checkDuration(duration: CivilDuration | undefined, path: Path): readonly Problem[] {
  if (duration === undefined || parseDuration(duration) !== undefined) return [];
  const form = {
    en: 'P1Y, P3M, P2W, P365D or such parts together, in this order',
    zh: 'P1Y、P3M、P2W、P365D，或按此顺序组合',
  };
  return [problem('wrongForm', path, { kind: 'form', form }, duration)];
}

/** A duration of at least a day, where there is one at all. */
export function checkSomeTime(duration: CivilDuration | undefined, path: Path): readonly Problem[] {
  const read = duration === undefined ? undefined : parseDuration(duration);
  if (read === undefined || read.months + read.days > 0) return checkDuration(duration, path);
  const form = { en: 'a duration of at least a day, such as P1D', zh: '至少一天的时长，例如 P1D' };
  return [problem('noTime', path, { kind: 'form', form }, duration)];
}

/** Problems of a validity. */
export function checkValidity(validity: TierValidity | undefined, path: Path): readonly Problem[] {
  if (validity?.kind === 'endOfPeriod') return checkDuration(validity.extend, [...path, 'extend']);
  if (validity?.kind !== 'duration') return [];
  const { duration, roundUpTo, roundDownTo } = validity;
  const both = roundUpTo !== undefined && roundDownTo !== undefined;
  const type = { en: 'validity that is rounded one way only', zh: '只向一个方向取整的有效期' };
  return [
    ...checkSomeTime(duration, [...path, 'duration']),
    ...(both ? [wrong('notTogether', [...path, 'roundDownTo'], type, roundDownTo)] : []),
  ];
}

/** What the value of a measure is made of: the activities in it, those left out and why, and what was adjusted. */
import { own } from '../../foundation/record.js';
import type {
  Contribution,
  CounterAdjustment,
  Exclusion,
  MeasuredOver,
} from '../explain/explain-criterion.js';
import type { ExclusionReason } from '../filter.js';
import type { QualifyingActivity } from '../member.js';
import type { AttributeValue } from '../metric.js';
import type { Column, Measure } from '../program.js';
import { isoDayOf } from './days.js';
import { adjustmentsIn } from './measure.js';
import { unitsOf } from './rows.js';
import { endOf, spanAt } from './spans.js';
import { type Span, START, type Work } from './work.js';

/** How a metric adds up activities. */
interface Adding {
  /** What an activity that is in the window adds, or why it adds nothing. */
  readonly of: (activity: QualifyingActivity) => number | ExclusionReason;
  readonly adjustments: readonly CounterAdjustment[];
}

/** `undefined` for a metric that adds up no activities: a tenure, an attribute. */
export function overOf(work: Work, measure: Measure, at: number): MeasuredOver | undefined {
  const span = spanAt(work, measure.window, at);
  const adding = addingOf(work, measure.metric, measure.window, span, at);
  if (adding === undefined) return undefined;
  // Where counting began anew, a window without that tells what was reset.
  const unreset = spanAt({ ...work, floor: START, spans: [] }, measure.window, at);
  const end = endOf(work, span, at);
  const contributing: Contribution[] = [];
  const excluded: Exclusion[] = [];
  work.rows.activities.forEach((activity, i) => {
    const { id, at: done } = activity;
    const value = counted(work, activity) ?? adding.of(activity);
    const because =
      typeof value === 'string'
        ? value
        : i >= span.first && i < end
          ? undefined
          : i >= unreset.first && i < end
            ? 'countersReset'
            : 'outsideWindow';
    if (because !== undefined) excluded.push({ id, at: done, because });
    else if (typeof value === 'number') contributing.push({ id, at: done, value });
  });
  const edge = (instant: number): number | null => (Number.isFinite(instant) ? instant : null);
  return {
    from: edge(span.from),
    until: edge(span.until),
    contributing,
    excluded,
    adjustments: adding.adjustments,
  };
}

/** Why an activity counts for nothing at all. */
function counted({ program, returned }: Work, activity: QualifyingActivity): ExclusionReason | undefined {
  if (activity.at < program.countsFrom) return 'beforeCounting';
  return program.excludes(activity) ?? (returned.get(activity.id) === 'all' ? 'returned' : undefined);
}

function addingOf(work: Work, name: string, window: number, span: Span, at: number): Adding | undefined {
  const { program } = work;
  const column = program.columns[program.columnOf.get(name) ?? -1];
  if (column !== undefined) return ofColumn(work, column, window, span, at);
  const metric = program.metrics.get(name);
  if (metric?.kind === 'distinct') return ofDistinct(work, name, metric.of, span, at);
  if (metric?.kind === 'banded') return addingOf(work, metric.of, window, span, at);
  if (metric?.kind !== 'combined') return undefined;
  const parts = metric.of.flatMap((part) => {
    const adding = addingOf(work, part.metric, window, span, at);
    return adding === undefined ? [] : [{ adding, times: part.times }];
  });
  return parts.length === 0 ? undefined : ofParts(parts);
}

function ofColumn(work: Work, column: Column, window: number, span: Span, at: number): Adding {
  const { metric, of: value, scale, excludes } = column;
  return {
    of: (activity) => {
      const excluded = excludes(activity);
      if (excluded !== undefined) return excluded;
      if (value !== undefined && own(activity.values, value) === undefined) return 'noValue';
      return unitsOf(column, activity, work.returned.get(activity.id)) / scale;
    },
    adjustments: adjustmentsIn(work, metric, window, span, at).map((one) => ({
      at: one.at,
      kind: one.kind,
      value: one.units / scale,
    })),
  };
}

/** An activity adds what no earlier one in the window has brought. */
function ofDistinct(work: Work, name: string, of: string, span: Span, at: number): Adding {
  const { program, rows } = work;
  const excludes = program.distinctExcludes(name);
  const brought = (activity: QualifyingActivity): AttributeValue | undefined =>
    of === 'day' ? isoDayOf(work, activity.at) : own(activity.attributes, of);
  const first = new Map<AttributeValue, string>();
  for (const activity of rows.activities.slice(span.first, endOf(work, span, at))) {
    const value = brought(activity);
    const counts = (counted(work, activity) ?? excludes(activity)) === undefined;
    if (counts && value !== undefined && !first.has(value)) first.set(value, activity.id);
  }
  return {
    of: (activity) => {
      const value = brought(activity);
      const excluded = excludes(activity) ?? (value === undefined ? 'noValue' : undefined);
      return excluded ?? Number(value !== undefined && first.get(value) === activity.id);
    },
    adjustments: [],
  };
}

/** Adds for a part what it adds, times its factor; left out is what every part leaves out. */
function ofParts(parts: readonly { readonly adding: Adding; readonly times: number }[]): Adding {
  return {
    of: (activity) => {
      const values = parts.map(({ adding, times }) => {
        const value = adding.of(activity);
        return typeof value === 'number' ? value * times : value;
      });
      const numbers = values.filter((value) => typeof value === 'number');
      const [first = 'noValue'] = values;
      return numbers.length === 0 ? first : numbers.reduce((sum, one) => sum + one, 0);
    },
    adjustments: parts.flatMap(({ adding, times }) =>
      adding.adjustments.map((one) => ({ ...one, value: one.value * times })),
    ),
  };
}

/** One member's state while entries and time pass. Mutable, and never seen by a host: see `replay.ts`. */
import type { TierEvent, TierInterval } from '../history.js';
import type { StatusGrant, TierEntry } from '../member.js';
import type { AttributeValue, TierSource } from '../metric.js';
import type { GrantFallback, OverrideMode, StatusOffer } from '../model.js';
import type { Program } from '../program.js';
import type { Returned, Rows } from './rows.js';
import { emptyRows } from './rows.js';
import { SeenIds } from './seen-ids.js';

/** The tier that activity gives, and its term. Tiers are places, instants epoch milliseconds, ∞ is no end. */
export interface Track {
  tier: number;
  source: TierSource;
  since: number;
  termStart: number;
  expiresAt: number;
  /** Where its own term ends and a change of version lets it run on; ∞ where none does, or once that has begun. */
  extendedFrom: number;
  /** Before this instant nobody who qualifies again gets a longer term than this one; -∞ where that is not known. */
  longestUntil: number;
  /** Its renewal is measured as of just before this instant. */
  measuredAt: number;
  inGrace: boolean;
  /** The entry that brought the tier. */
  trigger: string | null;
  highestHeld: number;
  /** Since when the tier has been above the base without a break; at the base, since when it was that before. */
  aboveBaseSince: number;
  /** The highest tier that activity justified in this term. */
  highestOfTerm: number;
  /** Where counting since the start of the term, and since the last change, begins. */
  term: Mark;
  change: Mark;
}

/** A place in the rows and adjustments. */
export interface Mark {
  readonly at: number;
  readonly row: number;
  readonly adjustment: number;
  /** Whether the row before it is what caused it. */
  readonly triggered: boolean;
}

/** What changed a counter besides activity. */
export interface Adjustment {
  readonly at: number;
  readonly metric: string;
  /** In units of the column. */
  readonly units: number;
  readonly kind: 'carried' | 'deducted' | 'forfeited' | 'redeemed';
}

/** An override in force. */
export interface ActiveGrant {
  readonly grant: StatusGrant;
  readonly tier: number;
  readonly mode: OverrideMode;
  readonly source: TierSource;
  readonly until: number;
  /** The tier held when it was granted. */
  readonly heldBefore: number;
  /** What keeps it and what comes after it, as the policy and the grant said when it was granted. */
  readonly challenge?: NonNullable<StatusOffer['challenge']>;
  readonly fallback?: GrantFallback;
  /** The version of the policy that they name tiers of. */
  readonly version: string;
}

/** Everything known of a member so far. */
export interface Work {
  readonly versions: readonly Program[];
  /** When each version begins; the first from ever. */
  readonly starts: readonly number[];
  program: Program;
  version: number;
  /** Whether some version falls back to the highest tier of the term. */
  readonly notesHighest: boolean;
  readonly memberId: string;
  readonly enrolledAt: number;
  readonly log: TierEntry[];
  readonly ids: SeenIds;
  rows: Rows;
  /** As {@link Work.attributes} and {@link Work.aliases} replaced, never changed: most members have none. */
  returned: ReadonlyMap<string, Returned>;
  adjustments: Adjustment[];
  /** Counting begins anew here where counters were reset. */
  floor: Mark;
  attributes: ReadonlyMap<string, AttributeValue>;
  track: Track;
  grants: ActiveGrant[];
  /** The highest tier held for good; 0 for none. */
  lifetime: number;
  intervals: TierInterval[];
  /** The same as it would be without what was returned: time at a tier is measured here. */
  counted: TierInterval[];
  earned: TierInterval[];
  events: TierEvent[];
  /** Everything before this instant, and all entries so far, have been taken in. */
  at: number;
  /** The next instant at which time alone may change something; NaN where that has to be found out. */
  due: number;
  /** The same for each cause. */
  readonly times: number[];
  /** Activities whose return waits for the next time the member is judged. */
  waiting: readonly string[];
  /** Places of tiers by the names that earlier versions gave them. */
  aliases: ReadonlyMap<string, number>;
  spans: Spans;
}

/** Where windows begin and end, remembered while they stay. */
export type Spans = (Span | undefined)[];

export interface Span {
  from: number;
  until: number;
  /** The first row in it. */
  first: number;
  /** The first adjustment that may be in it. */
  adjustment: number;
  /** For instants in this range the span is the same. */
  validFrom: number;
  validUntil: number;
}

export const START: Mark = { at: Number.NEGATIVE_INFINITY, row: 0, adjustment: 0, triggered: false };

const NONE: ReadonlyMap<string, never> = new Map<string, never>();

/** A member at enrolment, at the base. */
export function newWork(
  versions: readonly Program[],
  starts: readonly number[],
  member: { readonly memberId: string; readonly enrolledAt: number },
): Work {
  const { memberId, enrolledAt } = member;
  let version = starts.length - 1;
  while (version > 0 && (starts[version] as number) > enrolledAt) version -= 1;
  const program = versions[version] as Program;
  const base = program.tiers[0]?.tier ?? '';
  const log: TierEntry[] = [];
  const first: TierInterval = { tier: base, source: 'base', from: enrolledAt, until: null };
  const mark: Mark = { at: enrolledAt, row: 0, adjustment: 0, triggered: false };
  return {
    versions,
    starts,
    program,
    version,
    notesHighest: versions.some((one) => one.notesHighest),
    memberId,
    enrolledAt,
    log,
    ids: new SeenIds(log),
    rows: emptyRows(program),
    returned: NONE,
    adjustments: [],
    floor: START,
    attributes: NONE,
    track: {
      tier: 0,
      source: 'base',
      since: enrolledAt,
      termStart: enrolledAt,
      expiresAt: Number.POSITIVE_INFINITY,
      extendedFrom: Number.POSITIVE_INFINITY,
      longestUntil: Number.NEGATIVE_INFINITY,
      measuredAt: Number.POSITIVE_INFINITY,
      inGrace: false,
      trigger: null,
      highestHeld: 0,
      aboveBaseSince: enrolledAt,
      highestOfTerm: 0,
      term: mark,
      change: mark,
    },
    grants: [],
    lifetime: 0,
    intervals: [first],
    counted: [first],
    earned: [first],
    events: [{ kind: 'entered', tier: base, at: enrolledAt, version: program.policy.version, by: null }],
    at: enrolledAt,
    due: Number.NaN,
    times: [0, 0, 0, 0, 0, 0, 0],
    waiting: [],
    aliases: NONE,
    spans: [],
  };
}

/** Where counting begins that begins now; `triggered` by the latest row. */
export function markNow(work: Work, at: number, triggered: boolean): Mark {
  return { at, row: work.rows.at.length, adjustment: work.adjustments.length, triggered };
}

/** Whether a voucher is due on a day. */
import { civilDate, isoDay, type ZoneClock } from '../../foundation/civil.js';
import type { Benefit } from '../benefit.js';
import { addDuration } from '../time/civil-duration.js';
import { type LeapDay, type MonthAndDay, returnOf } from '../time/leap-day.js';
import type { MembershipTerm } from './membership-term.js';

/** A voucher that the host has given already. */
export interface GivenVoucher {
  readonly benefit: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Where a voucher stands on a day; days are `yyyy-MM-dd`. */
export type VoucherState =
  /** To be given. `occasion`: the day of what it is for. */
  | { readonly state: 'due'; readonly occasion: string }
  /** `next`: when its occasion comes next, where the calendar says. */
  | { readonly state: 'notNow'; readonly next: string | null }
  /** Already given for this occasion. */
  | { readonly state: 'given' }
  /** Given as often as a term allows. */
  | { readonly state: 'usedUp'; readonly times: number }
  /** Given too short a time ago; `until`: the first day without that. */
  | { readonly state: 'tooSoon'; readonly until: string }
  /** Nobody said when the birthday is, or whether the member is staying. */
  | { readonly state: 'unknown'; readonly missing: 'birthday' | 'staying' };

/** What a voucher is judged by. */
export interface VoucherFacts {
  readonly at: number;
  readonly clock: ZoneClock;
  readonly term: MembershipTerm;
  readonly birthday: MonthAndDay | undefined;
  readonly staying: boolean | undefined;
  readonly leapDay: LeapDay;
  readonly given: readonly GivenVoucher[];
}

type Voucher = Extract<Benefit, { readonly kind: 'voucher' }>;

/** Each occasion gives one; `times` is the most that a term gives. */
export function voucherState(voucher: Voucher, facts: VoucherFacts): VoucherState {
  const { at, clock, term } = facts;
  const occasion = occasionOf(voucher, facts);
  if (occasion.state !== 'due') return occasion;
  const inTerm = facts.given.filter(
    (one) => one.benefit === voucher.benefit && one.at >= term.since && one.at <= at,
  );
  const oncePerTerm = voucher.on === 'entry' || voucher.on === 'renewal';
  const today = clock.dayOf(at);
  if (inTerm.some((one) => oncePerTerm || clock.dayOf(one.at) === today)) return { state: 'given' };
  const { times } = voucher;
  if (times !== undefined && inTerm.length >= times) return { state: 'usedUp', times };
  const until = keptApartUntil(voucher, facts);
  return until > today ? { state: 'tooSoon', until: isoDay(until) } : occasion;
}

/** The first day that is far enough from the last one given. */
function keptApartUntil({ benefit, apart }: Voucher, { at, clock, given }: VoucherFacts): number {
  if (apart === undefined) return Number.NEGATIVE_INFINITY;
  const before = given.filter((one) => one.benefit === benefit && one.at <= at);
  return Math.max(...before.map((one) => addDuration(clock.dayOf(one.at), apart)));
}

/** Whether it is the time for it, whatever was given. */
function occasionOf(voucher: Voucher, facts: VoucherFacts): VoucherState {
  const { clock, term, birthday, staying } = facts;
  switch (voucher.on) {
    case 'entry':
    case 'renewal':
      return term.began === voucher.on
        ? { state: 'due', occasion: isoDay(clock.dayOf(term.since)) }
        : { state: 'notNow', next: null };
    case 'anniversary': {
      const enrolled = civilDate(clock.dayOf(term.enrolledAt));
      return yearly(enrolled, facts, enrolled.year + 1);
    }
    case 'birthday':
    case 'stayOnBirthday': {
      if (birthday === undefined) return { state: 'unknown', missing: 'birthday' };
      const due = yearly(birthday, facts);
      if (voucher.on === 'birthday' || due.state !== 'due' || staying === true) return due;
      if (staying === undefined) return { state: 'unknown', missing: 'staying' };
      const year = civilDate(clock.dayOf(facts.at)).year + 1;
      return { state: 'notNow', next: isoDay(returnOf(birthday, year, facts.leapDay)) };
    }
  }
}

/** Due on the day of the year, from the year `first` on. */
function yearly(day: MonthAndDay, { at, clock, leapDay }: VoucherFacts, first = 0): VoucherState {
  const today = clock.dayOf(at);
  const { year } = civilDate(today);
  const occasion = returnOf(day, Math.max(year, first), leapDay);
  if (occasion === today) return { state: 'due', occasion: isoDay(today) };
  const next = occasion > today ? occasion : returnOf(day, year + 1, leapDay);
  return { state: 'notNow', next: isoDay(next) };
}

/** The membership benefits of the source material's hotel chapter. */

import type { Benefit } from '../benefit.js';
import type { BenefitMatrix } from '../benefits/assign-benefits.js';

/**
 * The benefits of the source material's hotel chapter (TIER-08, AMB-21) as a list. The columns of the printed table,
 * which said what each grade gets, are lost: the host assigns them (`assignBenefits`).
 *
 * "Early check-in / late check-out by two hours" is listed as two benefits, so that a grade may have either or both.
 * `bonus20` and `bonus40` are the bonuses of two grades, 20% and 40% of the base points, and never added up: a grade
 * gets one of them. Check-in, check-out and the room upgrade are subject to availability; the cake coupon is for
 * members who stay on their birthday, one on that day.
 *
 * @example
 * ```ts
 * import { hotelBenefits } from 'clientele/tiers';
 *
 * hotelBenefits.filter((one) => one.subjectToAvailability).map((one) => one.benefit);
 * // => ['earlyCheckIn', 'lateCheckOut', 'roomUpgrade']
 * ```
 */
export const hotelBenefits: readonly Benefit[] = [
  {
    benefit: 'earlyCheckIn',
    name: { en: 'Early check-in by two hours', zh: '提前入住时间2小时' },
    kind: 'entitlement',
    quantity: 2,
    unit: 'hours',
    subjectToAvailability: true,
  },
  {
    benefit: 'lateCheckOut',
    name: { en: 'Late check-out by two hours', zh: '延迟退房时间2小时' },
    kind: 'entitlement',
    quantity: 2,
    unit: 'hours',
    subjectToAvailability: true,
  },
  {
    benefit: 'bonus20',
    name: { en: 'Bonus points, 20% of the base points', zh: '基本积分20%的奖励积分' },
    kind: 'pointsBonus',
    percent: 20,
  },
  {
    benefit: 'bonus40',
    name: { en: 'Bonus points, 40% of the base points', zh: '基本积分40%的奖励积分' },
    kind: 'pointsBonus',
    percent: 40,
  },
  {
    benefit: 'roomUpgrade',
    name: { en: 'Free upgrade to the next higher room category', zh: '免费升级至酒店可提供的高一级客房' },
    kind: 'entitlement',
    subjectToAvailability: true,
  },
  { benefit: 'welcomeAmenity', name: { en: 'Welcome amenity', zh: '欢迎致意品' }, kind: 'entitlement' },
  {
    benefit: 'birthdayCake',
    name: { en: 'Cake coupon on a birthday stay', zh: '生日当天入住免费蛋糕券' },
    kind: 'voucher',
    on: 'stayOnBirthday',
  },
];

/**
 * An example of a table for {@link hotelBenefits}: three grades as a hotel might have them. Not from the source
 * material, whose columns are lost; there are two bonus rates, so at least two grades had one each.
 */
export const hotelBenefitExample: BenefitMatrix = {
  member: ['lateCheckOut'],
  silver: ['lateCheckOut', 'bonus20', 'welcomeAmenity'],
  gold: ['earlyCheckIn', 'lateCheckOut', 'bonus40', 'roomUpgrade', 'welcomeAmenity', 'birthdayCake'],
};

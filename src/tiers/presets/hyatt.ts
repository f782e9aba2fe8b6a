/** World of Hyatt. */
import { defineTierPolicy } from '../define.js';
import type { TierPolicy } from '../model.js';
import { BASE_POINTS, countedIn, NIGHTS } from './metric-wording.js';
import { anyReached, ladderOf, named, type ProgrammeOptions } from './programme.js';

/**
 * World of Hyatt, about 2019 (uponarriving.com/world-of-hyatt-tiers, thepointsguy.com). Programmes change yearly: check
 * before use.
 *
 * Nights, base points or meetings of a calendar year, whichever is reached: Discoverist 10 / 25,000 / 3, Explorist 30 /
 * 50,000 / 10, Globalist 60 / 100,000 / 20. Valid to the end of February of the second calendar year after. Globalist
 * for life with 1,000,000 base points. Activities carry `nights` and `basePoints`; those of type `meeting` are
 * meetings.
 *
 * After that a member falls to the tier qualified for: that there is no soft landing is not confirmed (K). Zone not
 * stated; default America/Chicago, that of the company.
 *
 * @example
 * ```ts
 * import { compileTiers, hyattTiers, orThrow, replayTiers } from 'clientele/tiers';
 *
 * const hyatt = orThrow(compileTiers(hyattTiers({ zone: 'UTC' })));
 * const member = {
 *   memberId: 'm1',
 *   enrolledAt: Date.UTC(2018, 0, 1),
 *   log: [
 *     { kind: 'activity', id: '1', at: Date.UTC(2018, 4, 20), type: 'stay', values: { nights: 60 } },
 *   ],
 * } as const;
 * const { standing } = orThrow(replayTiers(hyatt, member, { asOf: '2018-12-31' }));
 *
 * standing.tier; // => 'globalist'
 * standing.expiresAt; // => Date.UTC(2020, 2, 1)
 * ```
 */
export function hyattTiers(options: ProgrammeOptions = {}): TierPolicy {
  const { zone = 'America/Chicago', effective = {} } = options;
  return defineTierPolicy({
    name: 'World of Hyatt',
    source: 'uponarriving.com/world-of-hyatt-tiers; thepointsguy.com',
    version: '2019',
    effective,
    zone,
    metrics: {
      nights: { kind: 'sum', of: 'nights', ...NIGHTS },
      basePoints: { kind: 'sum', of: 'basePoints', ...BASE_POINTS },
      meetings: {
        kind: 'count',
        only: { types: ['meeting'] },
        ...countedIn('meeting', 'meetings', '次会议'),
      },
    },
    window: { kind: 'calendar', unit: 'year' },
    tiers: ladderOf([
      named('member', 'Member', '会员'),
      named('discoverist', 'Discoverist', '探索者', {
        entry: anyReached({ nights: 10, basePoints: 25_000, meetings: 3 }),
      }),
      named('explorist', 'Explorist', '冒险家', {
        entry: anyReached({ nights: 30, basePoints: 50_000, meetings: 10 }),
      }),
      named('globalist', 'Globalist', '环球客', {
        entry: anyReached({ nights: 60, basePoints: 100_000, meetings: 20 }),
        lifetime: { metric: 'basePoints', atLeast: 1_000_000 },
      }),
    ]),
    validity: { kind: 'endOfPeriod', period: { unit: 'year' }, periods: 1, extend: 'P2M' },
  });
}

/** The moments of the canonical chart that the packs of this folder speak of. */
import type { ClockMoment, RulePack } from '../clocks/model.js';

/** Received by the firm, on the day that the opening names. */
export const RECEIVED: ClockMoment = { event: 'RECEIVE', at: { data: 'receivedAt' } };

/** Taken up: assessed and in hand. */
export const TAKEN_UP: ClockMoment = { event: 'ASSESS', in: ['investigating', 'proposing'] };

/** Any decision that was sent. */
export const DECIDED: ClockMoment = { event: 'SEND_DECISION' };

/** A decision that leaves nothing open: final, or the summary of a complaint resolved at once. */
export const ANSWERED: ClockMoment = {
  event: 'SEND_DECISION',
  when: { one: { data: 'kind' }, in: [{ value: 'summary' }, { value: 'final' }] },
};

/** A final decision. */
export const FINAL: ClockMoment = {
  event: 'SEND_DECISION',
  when: { left: { data: 'kind' }, is: '=', right: { value: 'final' } },
};

/** The complainant has said yes; when, says the event. */
export const ACCEPTED: ClockMoment = { event: 'ACCEPT', at: { data: 'acceptedAt' } };

/** A summary is sent of a complaint that the complainant took for resolved while the window `summary` of the pack was open. */
const SUMMED_UP: ClockMoment = {
  event: 'SEND_DECISION',
  when: { left: { data: 'kind' }, is: '=', right: { value: 'summary' } },
  onceMet: 'summary',
};

/** The complainant takes for resolved, in that window, what a summary was sent of. */
const SUMMARY_ACCEPTED: ClockMoment = {
  ...ACCEPTED,
  when: { left: { record: 'SEND_DECISION.kind' }, is: '=', right: { value: 'summary' } },
  onceMet: 'summary',
};

/** Resolved at once and summed up, whichever came first. */
export const SUMMARY: readonly ClockMoment[] = [SUMMED_UP, SUMMARY_ACCEPTED];

/** The same, from when the summary was sent. */
export const SUMMARY_SENT: readonly ClockMoment[] = [
  SUMMED_UP,
  { ...SUMMARY_ACCEPTED, at: { record: 'SEND_DECISION.at' } },
];

/** An update that says why there is no answer yet and when there will be. */
export const HELD: ClockMoment = {
  event: 'SEND_UPDATE',
  when: { left: { data: 'holding' }, is: '=', right: { value: true } },
};

/** A holding update that says where the complainant may turn now. */
export const NOT_YET: ClockMoment = {
  event: 'SEND_UPDATE',
  when: { filled: { data: 'referralRights' } },
};

/** Passed on to an ombudsman, a mediator, an authority. */
export const REFERRED: ClockMoment = { event: 'REFER_EXTERNAL' };

/** The timers that archive a case which somebody could still take elsewhere. */
export const ARCHIVING: readonly string[] = ['TIMER_REOPEN_WINDOW', 'TIMER_REFERRAL_WINDOW'];

/** Over before there was an answer. */
export const ENDED_EARLY: readonly ClockMoment[] = [
  { enters: 'withdrawn' },
  { enters: 'merged' },
  { enters: 'declinedScope' },
];

export const REOPENED: readonly ClockMoment[] = [
  { event: 'REOPEN' },
  { event: 'UNMERGE' },
  { event: 'APPEAL_SCOPE' },
];

type Said = Pick<RulePack, 'name' | 'title' | 'jurisdiction' | 'zone' | 'clocks'> &
  Partial<Pick<RulePack, 'version' | 'effective' | 'citation'>>;

/** A pack of rules that somebody published, chosen by the day on which the complaint was received. */
export function publishedPack({ version = '1', effective = {}, ...said }: Said): RulePack {
  return {
    format: 'complaint-rules@1',
    ...said,
    version,
    effective,
    chosenBy: 'opening',
    receivedAt: 'receivedAt',
    reopenings: REOPENED,
  };
}

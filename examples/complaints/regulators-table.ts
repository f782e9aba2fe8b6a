/** Published complaints, replayed as cases, in the table of a regulator. */
import {
  type CfpbComplaint,
  type ComplaintEvent,
  cfpbCommands,
  cfpbComplaints,
  cfpbRow,
  compileWorkflow,
  complaintCauses,
  complaintWorkflow,
  describe,
  orThrow,
  projectClocks,
  readCfpbRows,
  runSteps,
} from 'clientele/complaints';
import { grouped, textTable } from '../tiers/text-table.js';
import type { Options } from './options.js';
import { publishedRows } from './published-rows.js';

interface Followed {
  readonly complaint: CfpbComplaint;
  readonly log: readonly ComplaintEvent[];
  readonly state: string;
}

/** Rejected rows that are shown; the others are only counted. */
const SHOWN = 5;

export function regulatorsTable({ file, language }: Options): string {
  const read = readCfpbRows(publishedRows(file));
  const complaints = compileWorkflow(complaintWorkflow);
  const cases = read.accepted.map(({ complaint }): Followed => {
    const { case: one, log, refused } = runSteps(complaints, orThrow(cfpbCommands(complaint)));
    if (one === undefined || refused.length > 0)
      throw new Error(`complaint ${complaint.id} does not follow the chart`);
    return { complaint, log, state: one.state };
  });
  const zh = language === 'zh';
  const { flagged, rows, accepted, rejected } = read;
  return [
    zh ? '美国 CFPB 投诉：按产品统计' : 'CFPB complaints by product',
    '',
    ...textTable([
      zh
        ? ['产品', '件数', '及时答复', '予以补救', '有异议', '已解决', '已升级', '调查中', '已答复']
        : [
            'product',
            'cases',
            'timely',
            'relief',
            'disputed',
            'resolved',
            'escalated',
            'investigating',
            'offered',
          ],
      ...byProduct(cases, zh ? '合计' : 'total'),
    ]),
    '',
    zh
      ? `读取 ${grouped(rows)} 行：接受 ${grouped(accepted.length)}，拒绝 ${grouped(rejected.length)}。`
      : `${grouped(rows)} rows read: ${grouped(accepted.length)} accepted, ${grouped(rejected.length)} rejected.`,
    zh
      ? `收到之前已转交公司：${flagged.sentBeforeReceived}；超过 15 天才转交：${flagged.routedAfter15Days}。`
      : `Sent before received: ${flagged.sentBeforeReceived}; routed after more than 15 days: ${flagged.routedAfter15Days}.`,
    ...rejected
      .slice(0, SHOWN)
      .flatMap(({ row, problems }) =>
        problems.map((one) => `  ${zh ? `第 ${row} 行` : `row ${row}`}: ${describe(one, language)}`),
      ),
    zh
      ? `15 天时限按案卷日志计算，与“是否及时”一致：${agreed(cases)}。`
      : `The 15-day clock, worked out from the logs, agrees with "Timely response?": ${agreed(cases)}.`,
    zh
      ? `由日志写回的行与原行相同：${writtenBack(cases)}。`
      : `Rows written back from the logs: ${writtenBack(cases)} the same.`,
    '',
  ].join('\n');
}

/** Counts of the rows of one product, every share with its denominator. */
function byProduct(cases: readonly Followed[], total: string): readonly (readonly string[])[] {
  const { rows } = complaintCauses(
    cases.map(({ log }) => log),
    { by: 'product' },
  );
  return [...rows.map(({ name }) => name), undefined].map((product) => {
    const some = cases.filter(({ complaint }) => product === undefined || complaint.product === product);
    const count = (test: (one: CfpbComplaint) => boolean): number =>
      some.filter(({ complaint }) => test(complaint)).length;
    const share = (test: (one: CfpbComplaint) => boolean, of: (one: CfpbComplaint) => boolean): string => {
      const [part, all] = [count((one) => of(one) && test(one)), count(of)];
      return all === 0 ? '–' : `${part}/${all} (${((100 * part) / all).toFixed(0)} %)`;
    };
    const inState = (state: string): string => grouped(some.filter((one) => one.state === state).length);
    return [
      (product ?? total).slice(0, 36),
      grouped(some.length),
      share(
        ({ timely }) => timely === true,
        ({ timely }) => timely !== undefined,
      ),
      share(
        ({ response }) => response === 'monetaryRelief' || response === 'nonMonetaryRelief',
        ({ response }) => response !== undefined && response !== 'inProgress' && response !== 'untimely',
      ),
      share(
        ({ disputed }) => disputed === 'yes',
        ({ disputed, flags }) =>
          (disputed === 'yes' || disputed === 'no') && !flags.includes('disputedBeforeResponse'),
      ),
      ...['resolved', 'escalated', 'investigating', 'offered'].map(inState),
    ];
  });
}

function agreed(cases: readonly Followed[]): string {
  const dated = cases.filter(({ complaint: { timely } }) => timely !== undefined);
  const same = dated.filter(({ complaint, log }) => {
    const asOf = (log.at(-1)?.at ?? 0) + 1;
    const { clocks } = orThrow(projectClocks(log, { packs: [cfpbComplaints], calendars: {}, asOf }));
    const response = clocks.find(({ clock }) => clock === 'response');
    return (response?.status.kind === 'met') === complaint.timely;
  });
  return `${grouped(same.length)}/${grouped(dated.length)}`;
}

function writtenBack(cases: readonly Followed[]): string {
  const same = cases.filter(
    ({ complaint, log }) => JSON.stringify(orThrow(cfpbRow(log))) === JSON.stringify(complaint),
  );
  return `${grouped(same.length)}/${grouped(cases.length)}`;
}

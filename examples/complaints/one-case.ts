/** The life of one complaint as a timeline, and each of its deadlines with the way it was counted. */
import { compileCalendar, englandAndWalesBusinessCalendar } from 'clientele/calendar';
import {
  type CaseClocks,
  type CaseStep,
  type ComplaintCommand,
  type ComplaintContext,
  type ComplaintEvent,
  compileWorkflow,
  complaintWorkflow,
  describe,
  deskClocks,
  explainClock,
  fcaDisp,
  nextDuty,
  orThrow,
  projectClocks,
  runSteps,
} from 'clientele/complaints';
import { wrapped } from '../tiers/text-table.js';
import type { Options } from './options.js';

const ZONE = 'Europe/London';

const at = (local: string): number => Date.parse(`${local}+01:00`);
const ANN = { id: 'ann', role: 'handler' };
const CUSTOMER = { id: 'customer', role: 'complainant' };

/** A card payment taken twice, received on the Thursday before Easter. */
const TOLD: readonly CaseStep<ComplaintCommand, ComplaintContext>[] = [
  {
    command: {
      type: 'RECEIVE',
      id: 'C-1',
      at: at('2026-04-02T16:30'),
      by: ANN,
      data: {
        receivedAt: at('2026-04-02T16:30'),
        channel: 'phone',
        complainant: 'customer 7',
        product: 'debit card',
        incidentAt: at('2026-03-30T09:00'),
        description: 'The hotel was paid twice.',
        desiredRemedy: 'The money back, and an apology',
      },
    },
  },
  {
    command: {
      type: 'ACKNOWLEDGE',
      id: 'C-1/2',
      at: at('2026-04-07T09:40'),
      by: ANN,
      data: {
        channel: 'letter',
        handler: 'ann',
        nextUpdateBy: at('2026-04-20T17:00'),
        statementOfTimeLimits: 'A final response within eight weeks',
      },
    },
  },
  {
    command: {
      type: 'ASSESS',
      id: 'C-1/3',
      at: at('2026-04-07T10:15'),
      by: ANN,
      data: {
        isComplaint: true,
        eligible: true,
        inScope: true,
        resolvableNow: false,
        severity: 'medium',
        safety: false,
        complexity: 'normal',
        impact: 'one',
        immediateAction: false,
        category: 'payments',
        policyPackId: 'uk-fca-disp',
        owner: 'ann',
      },
    },
  },
  {
    command: {
      type: 'ASK_CUSTOMER',
      id: 'C-1/4',
      at: at('2026-04-08T11:00'),
      by: ANN,
      data: {
        questions: ['Which of the two receipts did you sign?'],
        dueBy: at('2026-04-22T17:00'),
        channel: 'mail',
      },
    },
  },
  {
    command: {
      type: 'CUSTOMER_REPLIED',
      id: 'C-1/5',
      at: at('2026-04-16T14:20'),
      by: CUSTOMER,
      data: { content: 'The first one.', receivedAt: at('2026-04-16T14:20') },
    },
  },
  // Later than the desk's own limit and before that of DISP, whose clock alone dates the timer of the response.
  {
    command: {
      type: 'CONCLUDE',
      id: 'C-1/6',
      at: at('2026-05-12T15:00'),
      by: ANN,
      data: {
        findings: 'The terminal sent the payment twice.',
        evidence: ['both receipts', "the terminal's log"],
        upheld: 'yes',
        causeCode: 'terminal retry',
        rootCauseHypothesis: 'The terminal retries without a reference.',
      },
    },
  },
  {
    command: {
      type: 'PROPOSE',
      id: 'C-1/7',
      at: at('2026-05-12T15:10'),
      by: ANN,
      data: {
        remedies: [
          { id: 'refund', kind: 'refund', amount: 18_600, currency: 'GBP', basis: 'the second payment' },
          { id: 'goodwill', kind: 'distress', amount: 2500, currency: 'GBP', basis: 'the wait' },
        ],
        reasons: 'Paid twice.',
        justiceIntent: ['distributive', 'interactional'],
      },
    },
    context: { withinAuthority: true, conflictOfInterest: false },
  },
  {
    command: {
      type: 'SEND_DECISION',
      id: 'C-1/8',
      at: at('2026-05-13T10:00'),
      by: ANN,
      data: {
        kind: 'final',
        decision: 'Upheld',
        reasons: 'The terminal sent the payment twice. We are sorry.',
        referralRights: 'Financial Ombudsman Service, within six months',
        acceptBy: at('2026-06-10T17:00'),
      },
    },
    context: { lettersComplete: true },
  },
  {
    command: {
      type: 'ACCEPT',
      id: 'C-1/9',
      at: at('2026-05-18T19:30'),
      by: CUSTOMER,
      data: { acceptedAt: at('2026-05-18T19:30'), form: 'written' },
    },
  },
  {
    command: {
      type: 'FULFIL',
      id: 'C-1/10',
      at: at('2026-05-20T11:00'),
      by: ANN,
      data: { remedyId: 'refund', proof: 'transfer 881', amountPaid: 18_600, paidAt: at('2026-05-20T11:00') },
    },
  },
  {
    command: {
      type: 'FULFIL',
      id: 'C-1/11',
      at: at('2026-05-20T11:02'),
      by: ANN,
      data: { remedyId: 'goodwill', proof: 'transfer 882', amountPaid: 2500, paidAt: at('2026-05-20T11:02') },
    },
  },
  {
    command: {
      type: 'SURVEY',
      id: 'C-1/12',
      at: at('2026-05-25T18:00'),
      by: CUSTOMER,
      data: { overall: 4, distributive: 5, procedural: 2, interactional: 4, verbatim: 'It took too long.' },
    },
  },
];

const ASKED: readonly (readonly [pack: string, clock: string])[] = [
  ['uk-fca-disp', 'summary'],
  ['desk', 'ack'],
  ['desk', 'response'],
  ['uk-fca-disp', 'response'],
];

export function oneCase({ language }: Options): string {
  const zh = language === 'zh';
  const uk = compileCalendar(englandAndWalesBusinessCalendar());
  const packs = [fcaDisp, deskClocks({ zone: ZONE })];
  const rules = { packs, calendars: { uk, default: uk }, workflow: complaintWorkflow };
  const { log, refused } = runSteps(compileWorkflow(complaintWorkflow), TOLD);
  const [first] = refused;
  if (first !== undefined) throw new Error(describe(first.refusal, 'en'));
  const asOf = (log.at(-1)?.at ?? 0) + 1;
  const whileAsking = at('2026-04-10T12:00');
  const then = orThrow(projectClocks(log, { ...rules, asOf: whileAsking }));
  const next = nextDuty(then);
  return [
    zh ? '一件投诉的经过' : 'One complaint',
    '',
    ...log.map((event) => lineOf(event, language)),
    '',
    zh ? '2026-04-10 中午，等待客户期间：' : 'At noon of 10 April 2026, while the customer is waited for:',
    ...then.clocks
      .filter(({ status }) => status.kind === 'paused' || status.kind === 'running')
      .map((clock) => `  ${describe(clock, language)}`),
    ...(next === undefined
      ? []
      : [zh ? `  下一项：${describe(next, language)}` : `  Next: ${describe(next, language)}`]),
    '',
    zh ? '各期限如何得出' : 'How its deadlines were counted',
    ...ASKED.flatMap(([pack, clock]) => [
      '',
      ...describe(orThrow(explainClock(log, { pack, clock }, { ...rules, asOf })), language)
        .split('\n')
        .flatMap((sentence, i) => wrapped(sentence, i === 0 ? '  ' : '    ')),
    ]),
    '',
    ...lateAnswer(orThrow(projectClocks(log, { ...rules, asOf })), language),
    '',
  ].join('\n');
}

/** What was breached when, and when anybody knew. */
function lateAnswer({ clocks }: CaseClocks, language: 'en' | 'zh'): readonly string[] {
  return clocks.flatMap(({ name, status }) => {
    if (status.kind !== 'breached' || status.firstKnownAt === undefined) return [];
    const [since, known] = [status.at, status.firstKnownAt].map((one) => londonTime.format(one));
    return [
      language === 'zh'
        ? `${name.zh}：自 ${since} 起超期，${known} 才被发现；记录的违约时间不变。`
        : `${name.en}: late since ${since}, and nobody knew before ${known}. The breach counts from the limit.`,
    ];
  });
}

const londonTime = new Intl.DateTimeFormat('sv-SE', {
  timeZone: ZONE,
  dateStyle: 'short',
  timeStyle: 'short',
});

function lineOf({ at: instant, type, by, from, to }: ComplaintEvent, language: 'en' | 'zh'): string {
  const name = complaintWorkflow.commands[type]?.name[language] ?? type;
  const state = complaintWorkflow.states[to]?.name[language] ?? to;
  return `  ${londonTime.format(instant)}  ${name} (${by.id})${from === to ? '' : ` → ${state}`}`;
}

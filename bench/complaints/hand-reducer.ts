/**
 * A reducer as somebody would write it for this one chart and these events: the same final state, facts, record and ids
 * as `replay`, with the checks that keep a history honest (case, revision, state, time).
 */
import type { ComplaintEvent } from 'clientele/complaints';

export interface HandCase {
  caseId: string;
  workflow: string;
  state: string;
  revision: number;
  openedAt: number;
  since: number;
  at: number;
  facts: Record<string, boolean | number>;
  // Slots hold what the events carried.
  record: Record<string, unknown>;
  eventIds: string[];
}

export function reduceByHand(log: readonly ComplaintEvent[]): HandCase | undefined {
  const [opening] = log;
  if (opening === undefined) return undefined;
  const one = opened(opening);
  for (let i = 1; i < log.length; i += 1) {
    const event = log[i];
    if (event !== undefined) follow(one, event);
  }
  return one;
}

function opened(event: ComplaintEvent): HandCase {
  if (event.type !== 'RECEIVE' || event.revision !== 1) throw new Error(`${event.id} opens nothing`);
  return {
    caseId: event.caseId,
    workflow: event.workflow,
    state: 'received',
    revision: 1,
    openedAt: event.at,
    since: event.at,
    at: event.at,
    facts: {
      acked: false,
      external: false,
      responseOverdue: false,
      personUnused: true,
      timeUnused: true,
      placeUnused: true,
      chasesLeft: 2,
    },
    record: { complaint: written(event) },
    eventIds: [event.id],
  };
}

function written(event: ComplaintEvent): object {
  return { ...event.data, at: event.at, by: event.by };
}

function append(record: Record<string, unknown>, slot: string, value: unknown): void {
  const list = record[slot];
  if (Array.isArray(list)) list.push(value);
  else record[slot] = [value];
}

function follow(one: HandCase, event: ComplaintEvent): void {
  if (
    event.caseId !== one.caseId ||
    event.revision !== one.revision + 1 ||
    event.from !== one.state ||
    event.at < one.at
  )
    throw new Error(`${event.id} does not follow`);
  const { record, facts } = one;
  switch (event.type) {
    case 'ACKNOWLEDGE':
      facts['acked'] = true;
      record['acknowledgement'] = written(event);
      break;
    case 'ASSESS':
      record['assessment'] = written(event);
      append(record, 'owners', event.data.owner);
      break;
    case 'ASK_CUSTOMER':
      facts['chasesLeft'] = 2;
      record['questions'] = written(event);
      break;
    case 'CUSTOMER_REPLIED':
      append(record, 'evidence', written(event));
      break;
    case 'SEND_UPDATE':
      append(record, 'updates', written(event));
      break;
    case 'TIMER_RESPONSE':
      facts['responseOverdue'] = true;
      break;
    case 'CONCLUDE':
      record['findings'] = written(event);
      break;
    case 'PROPOSE':
      record['proposal'] = written(event);
      record['remedies'] = [...event.data.remedies];
      for (const slot of ['approval', 'decision', 'acceptance', 'fulfilled']) delete record[slot];
      break;
    case 'APPROVE':
      record['approval'] = written(event);
      break;
    case 'SEND_DECISION':
      record['decision'] = written(event);
      break;
    case 'DECLINE':
      append(record, 'refusals', written(event));
      break;
    case 'CHANGE_PERSON':
      facts['personUnused'] = false;
      append(record, 'moves', written(event));
      append(record, 'owners', event.data.newOwner);
      break;
    case 'ACCEPT':
      record['acceptance'] = written(event);
      break;
    case 'FULFIL':
      append(record, 'fulfilled', written(event));
      break;
    case 'SURVEY':
      record['survey'] = written(event);
      break;
    case 'TIMER_VERIFY':
      break;
    default:
      throw new Error(`${event.type} was not thought of`);
  }
  if (event.to !== one.state) one.since = event.at;
  one.state = event.to;
  one.revision = event.revision;
  one.at = event.at;
  one.eventIds.push(event.id);
}

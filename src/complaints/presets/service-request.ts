/** The short procedure for service requests: receive, diagnose, solution, execute. */
import type { Field } from '../workflow/field.js';
import type { Workflow } from '../workflow/model.js';
import { both } from './both.js';

const text = (en: string, zh: string): Field => ({ kind: 'text', name: both(en, zh) });

/**
 * The service request of the source material: received, diagnosed, solved and executed, in a line. The state `done` is
 * an addition, so that what was executed has an end.
 *
 * Source: source material CMP-16.
 *
 * @example
 * ```ts
 * import { serviceRequest } from 'clientele/complaints';
 *
 * Object.keys(serviceRequest.states); // => ['received', 'diagnosed', 'solved', 'done']
 * ```
 */
export const serviceRequest: Workflow = {
  format: 'case-workflow@1',
  name: 'service-request',
  version: '1',
  title: both('Service request', '服务请求处理'),
  source: both('Source material CMP-16', '原始资料 CMP-16'),
  initial: 'received',
  final: ['done'],
  states: {
    received: { name: both('Received', '已接收'), has: ['request'] },
    diagnosed: { name: both('Diagnosed', '已诊断'), has: ['request', 'diagnosis'] },
    solved: { name: both('Solution found', '已有方案'), has: ['request', 'diagnosis', 'solution'] },
    done: {
      name: both('Executed', '已执行'),
      has: ['request', 'diagnosis', 'solution', 'execution'],
      closed: true,
    },
  },
  commands: {
    RECEIVE: {
      name: both('Receive', '接收'),
      kind: 'command',
      fields: { request: text('request', '请求内容') },
    },
    DIAGNOSE: {
      name: both('Diagnose', '诊断'),
      kind: 'command',
      fields: { diagnosis: text('diagnosis', '诊断结果') },
    },
    SOLVE: {
      name: both('Find a solution', '提出方案'),
      kind: 'command',
      fields: { solution: text('solution', '解决方案') },
    },
    EXECUTE: {
      name: both('Execute', '执行'),
      kind: 'command',
      fields: { result: text('result', '执行结果') },
    },
  },
  opening: { on: 'RECEIVE', requires: ['request'], writes: [{ slot: 'request', as: 'set' }] },
  facts: {},
  transitions: [
    {
      id: 'received.DIAGNOSE.diagnosed',
      from: 'received',
      on: 'DIAGNOSE',
      to: 'diagnosed',
      requires: ['diagnosis'],
      writes: [{ slot: 'diagnosis', as: 'set' }],
    },
    {
      id: 'diagnosed.SOLVE.solved',
      from: 'diagnosed',
      on: 'SOLVE',
      to: 'solved',
      requires: ['solution'],
      writes: [{ slot: 'solution', as: 'set' }],
    },
    {
      id: 'solved.EXECUTE.done',
      from: 'solved',
      on: 'EXECUTE',
      to: 'done',
      requires: ['result'],
      writes: [{ slot: 'execution', as: 'set' }],
    },
  ],
  answers: ['EXECUTE'],
  names: {
    slots: {
      request: both('request', '请求内容'),
      diagnosis: both('diagnosis', '诊断结果'),
      solution: both('solution', '解决方案'),
      execution: both('execution', '执行记录'),
    },
  },
};

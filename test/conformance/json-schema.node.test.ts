import Ajv2020 from 'ajv/dist/2020.js';
import * as calendar from 'clientele/calendar';
import {
  complaintWorkflow,
  correctiveWorkflow,
  defaultCorrective,
  defaultEscalation,
  defineRedressPolicy,
  deskClocks,
  publishedRules,
  serviceRequest,
  sixSteps,
} from 'clientele/complaints';
import * as rfm from 'clientele/rfm';
import * as tiers from 'clientele/tiers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonSchemas } from '../../scripts/schemas.js';
import { tierMembers, tierPolicies } from '../tiers/arbitraries.js';

interface Stored {
  readonly format: string;
}

const schemas = jsonSchemas();
const ajv = new Ajv2020.default({ strict: true, allowUnionTypes: true, allErrors: true });

function isStored(value: unknown): value is Stored {
  return typeof value === 'object' && value !== null && 'format' in value && typeof value.format === 'string';
}

/** Every model that the rooms ship: exported as a constant, or made by a function without arguments. */
function presets(): readonly (readonly [name: string, model: Stored])[] {
  const made = {
    quintiles: rfm.quintiles(),
    rfm030: rfm.rfm030({ minorUnit: 2 }),
    pymcQuartiles: rfm.pymcQuartiles(),
    sourceMaterialRfm: rfm.sourceMaterialRfm(),
    chinaOfficeCalendar: calendar.chinaOfficeCalendar(),
    englandAndWalesBusinessCalendar: calendar.englandAndWalesBusinessCalendar(),
    alwaysOpen: calendar.alwaysOpen('UTC'),
    complaintWorkflow,
    correctiveWorkflow,
    defaultCorrective,
    defaultEscalation,
    redress: defineRedressPolicy({
      name: 'redress',
      title: { en: 'Redress', zh: '补偿权限' },
      zone: 'UTC',
      currencies: [{ code: 'GBP', minorUnit: 2 }],
      authorities: [{ role: 'handler', perCase: { GBP: 1 } }],
    }),
    serviceRequest,
    sixSteps,
  };
  return [...Object.entries(rfm), ...Object.entries(tiers), ...Object.entries(made)].flatMap(
    ([name, value]) => (isStored(value) ? [[name, value] as const] : []),
  );
}

function errorsOf(model: Stored): unknown {
  return errorsBy(model.format.replace(/@\d+$/, ''), model);
}

function errorsBy(name: string, model: unknown): unknown {
  const validate = ajv.getSchema(`urn:clientele:schema:${name}`) ?? ajv.compile(schemas.get(name) ?? false);
  return validate(JSON.parse(JSON.stringify(model))) ? [] : validate.errors;
}

describe('the JSON Schema (draft 2020-12) of a stored model', () => {
  it('exists for every model', () => {
    expect([...schemas.keys()].sort()).toEqual([
      'case-workflow',
      'complaint-rules',
      'corrective-policy',
      'escalation-policy',
      'fitted-rfm',
      'order-mapping',
      'redress-policy',
      'rfm-model',
      'segment-map',
      'tier-member',
      'tier-policy',
      'working-calendar',
    ]);
  });

  it.each(presets())('accepts the preset %s', (_, model) => {
    expect(errorsOf(model)).toEqual([]);
  });

  it.each(presets())('refuses the preset %s with a field it does not know', (_, model) => {
    expect(errorsOf({ ...model, surprise: 1 } as Stored)).not.toEqual([]);
  });

  it('accepts every rule pack that comes along, and no field that it does not know', () => {
    for (const pack of [...publishedRules(), deskClocks({ zone: 'Europe/London' })]) {
      expect(errorsOf(pack)).toEqual([]);
      expect(errorsOf({ ...pack, surprise: 1 } as Stored)).not.toEqual([]);
      const [clock] = pack.clocks;
      expect(errorsOf({ ...pack, clocks: [{ ...clock, surprise: 1 }] } as Stored)).not.toEqual([]);
    }
  });

  it('accepts a fitted model', () => {
    expect(errorsOf(rfm.orThrow(rfm.fitRfm(rfm.sourceMaterialRfm())))).toEqual([]);
  });

  it('accepts an order mapping', () => {
    const mapping = rfm.defineOrderMapping({
      rows: 'orders',
      columns: { orderId: 'id', customerId: 'customer', at: 'placed', amount: 'total' },
      zone: 'Europe/London',
      currency: { code: 'GBP', minorUnit: 2 },
    });
    expect(errorsOf(mapping)).toEqual([]);
  });

  it('accepts every tier policy, and every member, with times as numbers or as text', () => {
    fc.assert(
      fc.property(
        tierPolicies.chain((policy) => fc.tuple(fc.constant(policy), tierMembers(policy))),
        ([policy, member]) => {
          expect(errorsOf(policy)).toEqual([]);
          expect(errorsBy('tier-member', member)).toEqual([]);
        },
      ),
    );
    const dated = {
      memberId: 'm',
      enrolledAt: '2025-01-01',
      log: [{ kind: 'revocation', id: 'r', at: '2025-02-01', of: 'g' }],
    };
    expect(errorsBy('tier-member', dated)).toEqual([]);
    expect(errorsBy('tier-member', { ...dated, log: [{ kind: 'grant' }] })).not.toEqual([]);
  });
});

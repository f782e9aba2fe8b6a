/** Writes the JSON Schema of every stored model to dist/schemas, from the schemas that the library itself parses with. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import * as z from 'zod/mini';
import { modelSchemas as ofCalendar } from '../src/calendar/schema.js';
import { modelSchemas as ofComplaintRules } from '../src/complaints/clocks/schema.js';
import { modelSchemas as ofCorrective } from '../src/complaints/corrective/schema.js';
import { modelSchemas as ofEscalation } from '../src/complaints/escalation/schema.js';
import { modelSchemas as ofRedress } from '../src/complaints/redress/schema.js';
import { modelSchemas as ofWorkflows } from '../src/complaints/workflow/schema.js';
import { modelSchemas as ofRfm } from '../src/rfm/schema.js';
import { modelSchemas as ofTiers } from '../src/tiers/schema.js';

/** JSON Schema (draft 2020-12) of each model, by the name of its file. */
export function jsonSchemas(): ReadonlyMap<string, object> {
  return new Map(
    Object.entries({
      ...ofRfm(),
      ...ofTiers(),
      ...ofCalendar(),
      ...ofComplaintRules(),
      ...ofWorkflows(),
      ...ofRedress(),
      ...ofEscalation(),
      ...ofCorrective(),
    }).map(([name, schema]) => [
      name,
      {
        $id: `urn:clientele:schema:${name}`,
        title: name,
        ...z.toJSONSchema(schema, { io: 'input', reused: 'ref', target: 'draft-2020-12' }),
      },
    ]),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  mkdirSync('dist/schemas', { recursive: true });
  for (const [name, schema] of jsonSchemas()) {
    writeFileSync(`dist/schemas/${name}.json`, `${JSON.stringify(schema, null, 2)}\n`);
    console.log(`dist/schemas/${name}.json`);
  }
}

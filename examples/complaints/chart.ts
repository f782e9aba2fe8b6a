/** The chart of the complaint workflow in two files: Mermaid for a document, SVG for a page. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { complaintWorkflow } from 'clientele/complaints';
import { toMermaid } from 'clientele/complaints/export';
import { InputError } from '../score-orders/input-error.js';
import { chartSvg } from './chart-svg.js';
import type { Options } from './options.js';

export function writeChart({ out, language }: Options): string {
  const files = {
    'complaint-chart.mmd': toMermaid(complaintWorkflow, { language, loops: 'leftOut', shared: 'noted' }),
    'complaint-chart.svg': chartSvg(complaintWorkflow, language),
  };
  try {
    mkdirSync(out, { recursive: true });
    for (const [name, text] of Object.entries(files)) writeFileSync(join(out, name), text);
  } catch (error) {
    throw new InputError(`cannot write to ${out}: ${error instanceof Error ? error.message : String(error)}`);
  }
  const { states, transitions } = complaintWorkflow;
  const written = Object.keys(files).map((name) => `  ${join(out, name)}`);
  return [
    language === 'zh'
      ? `流程图（${Object.keys(states).length} 个状态，${transitions.length} 个转换）已写入：`
      : `The chart (${Object.keys(states).length} states, ${transitions.length} transitions) is in:`,
    ...written,
    '',
  ].join('\n');
}

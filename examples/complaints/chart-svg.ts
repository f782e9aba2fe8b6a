/** A workflow drawn by Graphviz, compiled to WebAssembly. */
import { instance } from '@viz-js/viz';
import type { Workflow } from 'clientele/complaints';
import { toDot } from 'clientele/complaints/export';

const graphviz = await instance();

export function chartSvg(workflow: Workflow, language: 'en' | 'zh'): string {
  const dot = toDot(workflow, { language, loops: 'leftOut', shared: 'noted' });
  return graphviz.renderString(dot, { format: 'svg' });
}

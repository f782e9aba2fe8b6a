/** Every room's names, flat. */
export * from './calendar/index.js';
export * from './complaints/export/index.js';
export * from './complaints/index.js';
export * from './rfm/columns/index.js';
export * from './rfm/index.js';
export * from './tiers/index.js';

/** Every room's names, flat. */
export * from './rfm/columns/index.js';
export * from './rfm/index.js';
export * from './tiers/index.js';

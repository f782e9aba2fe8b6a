/** Every room's names, flat. */
export * from './rfm/index.js';

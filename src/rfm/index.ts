/** RFM scoring: from orders to scored, segmented, explained customers. */
export { orThrow, ProblemError, type Result } from '../foundation/result.js';

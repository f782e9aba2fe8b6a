/**
 * Complaint procedures for other tools and for people: XState, SCXML, Mermaid, DOT, Markdown.
 *
 * @packageDocumentation
 */
export { type Describable, describe } from '../../foundation/describe.js';

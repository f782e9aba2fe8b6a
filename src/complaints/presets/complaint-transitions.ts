/** The 88 transitions of the complaint workflow, state by state. */
import type { TransitionDeclaration } from '../workflow/model.js';
import { answering } from './complaint-answer.js';
import { closing } from './complaint-closing.js';
import { hearing } from './complaint-hearing.js';

export const complaintTransitions: readonly TransitionDeclaration[] = [...hearing, ...answering, ...closing];

import { Refusal } from '../core/model/refusal';

/** What the user asked for cannot be done: one clear line on standard error and exit code 2. */
export class UsageError extends Refusal {}

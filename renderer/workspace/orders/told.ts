import type { RecordId } from '#model/ids.ts';

/** What a step or one side of a contradiction rests on: the record, and the step or field that says it. */
export interface Told {
  readonly recordId: RecordId;
  readonly what: string;
}

import type { alarmRoutes } from '#contract/alarm.ts';
import { readAlarmExtensions } from '#db/reads/alarm-extensions.ts';
import { type Handlers, ServiceError } from './context.ts';
import { recordOf } from './order.ts';

export const alarmHandlers: Handlers<keyof typeof alarmRoutes> = {
  async 'alarm.extensions'({ book }, { id }) {
    return { extensions: await readAlarmExtensions(book, id) };
  },

  async 'alarm.extend'(context, { id, untilAt, decidedAt, ...given }) {
    const { caseId, values } = await recordOf(context, 'alarm', id);
    const { grantedUntilAt, returnedAt, status, personId } = values;
    if (returnedAt !== null || (status !== null && status !== 'active')) throw new ServiceError('ALARM_NOT_OUT');
    const before = (await readAlarmExtensions(context.book, id)).at(-1);
    const { value } = await context.book.command('alarm.extend', async (tx) => {
      const decision = await tx.insert(
        'decision',
        {
          ...given,
          type: 'measure',
          decidedAt,
          // What it extends: the decision itself may have been made long before.
          fromAt: grantedUntilAt,
          untilAt,
          personId,
          replacesId: before?.id ?? null,
        },
        { caseId },
      );
      await tx.insert('link', { fromId: decision.id, toId: id, type: 'follows_up' }, { caseId });
      await tx.update('alarm', id, { grantedUntilAt: untilAt, extendedAt: decidedAt });
      return decision.id;
    });
    return { id: value };
  },
};

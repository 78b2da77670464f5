import type { CoreRouteName } from '#contract/routes.ts';
import { alarmHandlers } from './alarm.ts';
import { attachmentHandlers } from './attachment.ts';
import { breachHandlers } from './breach.ts';
import { briefingHandlers } from './briefing.ts';
import { caseHandlers } from './case.ts';
import { chainHandlers } from './chain.ts';
import { clockHandlers } from './clock.ts';
import type { Handlers } from './context.ts';
import { flagHandlers } from './flag.ts';
import { importHandlers } from './import.ts';
import { investigationHandlers } from './investigation.ts';
import { noteHandlers } from './note.ts';
import { officerHandlers } from './officer.ts';
import { orderHandlers } from './order.ts';
import { patternHandlers } from './pattern.ts';
import { planHandlers } from './plan.ts';
import { recordHandlers } from './record.ts';
import { releaseHandlers } from './release.ts';
import { searchHandlers } from './search.ts';
import { sessionHandlers } from './session.ts';
import { spellingHandlers } from './spelling.ts';
import { timelineHandlers } from './timeline.ts';
import { todayHandlers } from './today.ts';
import { transferHandlers } from './transfer.ts';

/** Every route the core process answers; a route without a handler does not compile. */
export const handlers: Handlers<CoreRouteName> = {
  ...sessionHandlers,
  ...caseHandlers,
  ...recordHandlers,
  ...officerHandlers,
  ...alarmHandlers,
  ...orderHandlers,
  ...breachHandlers,
  ...chainHandlers,
  ...investigationHandlers,
  ...releaseHandlers,
  ...timelineHandlers,
  ...clockHandlers,
  ...todayHandlers,
  ...planHandlers,
  ...noteHandlers,
  ...spellingHandlers,
  ...searchHandlers,
  ...importHandlers,
  ...briefingHandlers,
  ...attachmentHandlers,
  ...flagHandlers,
  ...patternHandlers,
  ...transferHandlers,
};

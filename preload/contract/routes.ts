import { alarmRoutes } from './alarm.ts';
import { appRoutes } from './app.ts';
import { attachmentRoutes } from './attachment.ts';
import { briefingRoutes } from './briefing.ts';
import { caseRoutes } from './case.ts';
import { clockRoutes } from './clock.ts';
import { flagRoutes } from './flag.ts';
import { importRoutes } from './import.ts';
import { investigationRoutes } from './investigation.ts';
import { noteRoutes } from './note.ts';
import { officerRoutes } from './officer.ts';
import { orderRoutes } from './orders.ts';
import { patternRoutes } from './pattern.ts';
import { planRoutes } from './plan.ts';
import { recordRoutes } from './record.ts';
import type { Route } from './route.ts';
import type { RouteName } from './route-names.ts';
import { searchRoutes } from './search.ts';
import { sessionRoutes } from './session.ts';
import { spellingRoutes } from './spelling.ts';
import { timelineRoutes } from './timeline.ts';
import { todayRoutes } from './today.ts';
import { transferRoutes } from './transfer.ts';

/** Every route, closed: what is not here cannot be called. */
export const ROUTES = {
  ...appRoutes,
  ...sessionRoutes,
  ...caseRoutes,
  ...recordRoutes,
  ...officerRoutes,
  ...alarmRoutes,
  ...orderRoutes,
  ...timelineRoutes,
  ...clockRoutes,
  ...investigationRoutes,
  ...todayRoutes,
  ...planRoutes,
  ...noteRoutes,
  ...spellingRoutes,
  ...searchRoutes,
  ...importRoutes,
  ...briefingRoutes,
  ...attachmentRoutes,
  ...flagRoutes,
  ...patternRoutes,
  ...transferRoutes,
} satisfies Record<RouteName, Route<never, unknown>> | Record<RouteName, unknown>;

type Routes = typeof ROUTES;
/** The name list the bridges carry holds every route: one that is missing there does not compile here. */
type MissingNames = Exclude<keyof Routes, RouteName>;
const complete: [MissingNames] extends [never] ? true : never = true;
void complete;

/** What a caller gives; what has a default may be left out. */
export type InputOf<N extends RouteName> = Routes[N] extends Route<infer _I, infer _O, infer G> ? G : never;
/** What a handler gets: parsed, defaults filled in. */
export type ParsedOf<N extends RouteName> = Routes[N] extends Route<infer I, infer _O, infer _G> ? I : never;
export type OutputOf<N extends RouteName> = Routes[N] extends Route<infer _I, infer O, infer _G> ? O : never;

/** The names of the routes answered by the core process, and by the application itself. */
export type AppRouteName = keyof typeof appRoutes;
export type CoreRouteName = Exclude<RouteName, AppRouteName>;

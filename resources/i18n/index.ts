/** All words of the interface: a file a namespace and language. Nynorsk is prepared as a third folder of the same shape. */

import enAlarm from './en/alarm.json' with { type: 'json' };
import enApp from './en/app.json' with { type: 'json' };
import enAttachment from './en/attachment.json' with { type: 'json' };
import enBoard from './en/board.json' with { type: 'json' };
import enBriefNotes from './en/brief-notes.json' with { type: 'json' };
import enBriefing from './en/briefing.json' with { type: 'json' };
import enCase from './en/case.json' with { type: 'json' };
import enClocks from './en/clocks.json' with { type: 'json' };
import enCustody from './en/custody.json' with { type: 'json' };
import enDates from './en/dates.json' with { type: 'json' };
import enDuty from './en/duty.json' with { type: 'json' };
import enErrors from './en/errors.json' with { type: 'json' };
import enExport from './en/export.json' with { type: 'json' };
import enFlags from './en/flags.json' with { type: 'json' };
import enGesture from './en/gesture.json' with { type: 'json' };
import enImport from './en/import.json' with { type: 'json' };
import enInvestigation from './en/investigation.json' with { type: 'json' };
import enJudged from './en/judged.json' with { type: 'json' };
import enKeys from './en/keys.json' with { type: 'json' };
import enKinds from './en/kinds.json' with { type: 'json' };
import enLog from './en/log.json' with { type: 'json' };
import enNote from './en/note.json' with { type: 'json' };
import enOfficers from './en/officers.json' with { type: 'json' };
import enOrders from './en/orders.json' with { type: 'json' };
import enPackage from './en/package.json' with { type: 'json' };
import enPaper from './en/paper.json' with { type: 'json' };
import enPattern from './en/pattern.json' with { type: 'json' };
import enPeriod from './en/period.json' with { type: 'json' };
import enPlan from './en/plan.json' with { type: 'json' };
import enPlanning from './en/planning.json' with { type: 'json' };
import enReading from './en/reading.json' with { type: 'json' };
import enRecord from './en/record.json' with { type: 'json' };
import enRelease from './en/release.json' with { type: 'json' };
import enRelief from './en/relief.json' with { type: 'json' };
import enRepeats from './en/repeats.json' with { type: 'json' };
import enResources from './en/resources.json' with { type: 'json' };
import enRisk from './en/risk.json' with { type: 'json' };
import enSearch from './en/search.json' with { type: 'json' };
import enSeries from './en/series.json' with { type: 'json' };
import enSeveral from './en/several.json' with { type: 'json' };
import enStanding from './en/standing.json' with { type: 'json' };
import enTime from './en/time.json' with { type: 'json' };
import enTimeline from './en/timeline.json' with { type: 'json' };
import enToday from './en/today.json' with { type: 'json' };
import enTransfer from './en/transfer.json' with { type: 'json' };
import enVault from './en/vault.json' with { type: 'json' };
import enWriting from './en/writing.json' with { type: 'json' };
import nbAlarm from './nb/alarm.json' with { type: 'json' };
import nbApp from './nb/app.json' with { type: 'json' };
import nbAttachment from './nb/attachment.json' with { type: 'json' };
import nbBoard from './nb/board.json' with { type: 'json' };
import nbBriefNotes from './nb/brief-notes.json' with { type: 'json' };
import nbBriefing from './nb/briefing.json' with { type: 'json' };
import nbCase from './nb/case.json' with { type: 'json' };
import nbClocks from './nb/clocks.json' with { type: 'json' };
import nbCustody from './nb/custody.json' with { type: 'json' };
import nbDates from './nb/dates.json' with { type: 'json' };
import nbDuty from './nb/duty.json' with { type: 'json' };
import nbErrors from './nb/errors.json' with { type: 'json' };
import nbExport from './nb/export.json' with { type: 'json' };
import nbFlags from './nb/flags.json' with { type: 'json' };
import nbGesture from './nb/gesture.json' with { type: 'json' };
import nbImport from './nb/import.json' with { type: 'json' };
import nbInvestigation from './nb/investigation.json' with { type: 'json' };
import nbJudged from './nb/judged.json' with { type: 'json' };
import nbKeys from './nb/keys.json' with { type: 'json' };
import nbKinds from './nb/kinds.json' with { type: 'json' };
import nbLog from './nb/log.json' with { type: 'json' };
import nbNote from './nb/note.json' with { type: 'json' };
import nbOfficers from './nb/officers.json' with { type: 'json' };
import nbOrders from './nb/orders.json' with { type: 'json' };
import nbPackage from './nb/package.json' with { type: 'json' };
import nbPaper from './nb/paper.json' with { type: 'json' };
import nbPattern from './nb/pattern.json' with { type: 'json' };
import nbPeriod from './nb/period.json' with { type: 'json' };
import nbPlan from './nb/plan.json' with { type: 'json' };
import nbPlanning from './nb/planning.json' with { type: 'json' };
import nbReading from './nb/reading.json' with { type: 'json' };
import nbRecord from './nb/record.json' with { type: 'json' };
import nbRelease from './nb/release.json' with { type: 'json' };
import nbRelief from './nb/relief.json' with { type: 'json' };
import nbRepeats from './nb/repeats.json' with { type: 'json' };
import nbResources from './nb/resources.json' with { type: 'json' };
import nbRisk from './nb/risk.json' with { type: 'json' };
import nbSearch from './nb/search.json' with { type: 'json' };
import nbSeries from './nb/series.json' with { type: 'json' };
import nbSeveral from './nb/several.json' with { type: 'json' };
import nbStanding from './nb/standing.json' with { type: 'json' };
import nbTime from './nb/time.json' with { type: 'json' };
import nbTimeline from './nb/timeline.json' with { type: 'json' };
import nbToday from './nb/today.json' with { type: 'json' };
import nbTransfer from './nb/transfer.json' with { type: 'json' };
import nbVault from './nb/vault.json' with { type: 'json' };
import nbWriting from './nb/writing.json' with { type: 'json' };

export const NAMESPACES = [
  'app',
  'alarm',
  'vault',
  'case',
  'reading',
  'record',
  'officers',
  'orders',
  'package',
  'investigation',
  'judged',
  'keys',
  'kinds',
  'timeline',
  'plan',
  'planning',
  'note',
  'board',
  'release',
  'resources',
  'risk',
  'writing',
  'attachment',
  'search',
  'export',
  'import',
  'briefing',
  'briefNotes',
  'log',
  'clocks',
  'custody',
  'errors',
  'flags',
  'gesture',
  'paper',
  'pattern',
  'period',
  'several',
  'standing',
  'time',
  'today',
  'transfer',
] as const;

export const RESOURCES = {
  nb: {
    app: nbApp,
    alarm: nbAlarm,
    vault: nbVault,
    case: nbCase,
    reading: nbReading,
    record: nbRecord,
    officers: nbOfficers,
    orders: nbOrders,
    package: nbPackage,
    investigation: nbInvestigation,
    judged: nbJudged,
    keys: nbKeys,
    kinds: nbKinds,
    timeline: nbTimeline,
    plan: nbPlan,
    planning: nbPlanning,
    note: nbNote,
    board: nbBoard,
    release: nbRelease,
    relief: nbRelief,
    repeats: nbRepeats,
    resources: nbResources,
    risk: nbRisk,
    writing: nbWriting,
    attachment: nbAttachment,
    search: nbSearch,
    export: nbExport,
    import: nbImport,
    briefing: nbBriefing,
    briefNotes: nbBriefNotes,
    log: nbLog,
    clocks: nbClocks,
    custody: nbCustody,
    dates: nbDates,
    duty: nbDuty,
    errors: nbErrors,
    flags: nbFlags,
    gesture: nbGesture,
    paper: nbPaper,
    pattern: nbPattern,
    period: nbPeriod,
    series: nbSeries,
    several: nbSeveral,
    standing: nbStanding,
    time: nbTime,
    today: nbToday,
    transfer: nbTransfer,
  },
  en: {
    app: enApp,
    alarm: enAlarm,
    vault: enVault,
    case: enCase,
    reading: enReading,
    record: enRecord,
    officers: enOfficers,
    orders: enOrders,
    package: enPackage,
    investigation: enInvestigation,
    judged: enJudged,
    keys: enKeys,
    kinds: enKinds,
    timeline: enTimeline,
    plan: enPlan,
    planning: enPlanning,
    note: enNote,
    board: enBoard,
    release: enRelease,
    relief: enRelief,
    repeats: enRepeats,
    resources: enResources,
    risk: enRisk,
    writing: enWriting,
    attachment: enAttachment,
    search: enSearch,
    export: enExport,
    import: enImport,
    briefing: enBriefing,
    briefNotes: enBriefNotes,
    log: enLog,
    clocks: enClocks,
    custody: enCustody,
    dates: enDates,
    duty: enDuty,
    errors: enErrors,
    flags: enFlags,
    gesture: enGesture,
    paper: enPaper,
    pattern: enPattern,
    period: enPeriod,
    series: enSeries,
    several: enSeveral,
    standing: enStanding,
    time: enTime,
    today: enToday,
    transfer: enTransfer,
  },
} as const;

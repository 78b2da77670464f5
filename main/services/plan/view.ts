import type {
  PlanAcceptance,
  PlanMeasure,
  PlanNeed,
  PlanOccurrence,
  PlanRaised,
  PlanView,
} from '#contract/plan-view.ts';
import type { RecordId } from '#model/ids.ts';
import { dutyStatus } from '#model/plan/duty-status.ts';
import { keyOf } from '#model/plan/result.ts';
import type { Duty } from '#model/plan/types.ts';
import { resolveLocal } from '#model/time.ts';
import type { PlanRecords } from './records.ts';
import type { PlannedSeries } from './series.ts';
import type { BuiltWindow } from './window.ts';

/**
 * What a page of the plan is drawn from.
 * @param detailed cases of which everything is told; of others only case, time and crew leave the core
 */
export function viewOf(
  records: PlanRecords,
  built: BuiltWindow,
  raised: readonly PlanRaised[],
  detailed: (caseId: RecordId) => boolean,
): PlanView {
  const { window, plans, truncated } = built;
  const isShown = (caseId: RecordId | null) => caseId !== null && detailed(caseId);
  const needs: PlanNeed[] = [];
  const measures: PlanMeasure[] = [];
  const occurrences: PlanOccurrence[] = [];
  for (const { series: planned, occurrences: found } of plans) {
    const { record, caseId, rows } = planned;
    const told = detailed(caseId);
    if (record.kind === 'need') {
      if (!told) continue;
      needs.push(needOf(planned));
    } else measures.push(measureOf(planned, told));
    for (const occurrence of found) {
      const own = rows.get(occurrence.originalLocal)?.values;
      const status = own?.status ?? record.values.status;
      occurrences.push({
        ...occurrence,
        seriesId: record.id,
        status: told ? status : dutyStatus(status),
        statusReason: told ? (own?.statusReason ?? null) : null,
      });
    }
  }
  const zones = new Map(records.cases.map((one) => [one.id, one.values.zone]));
  // A position is an address: where a place is "strengt fortrolig" it stays here, and estimates with it are made here.
  const secret = new Set<string>(
    records.places.filter(({ values }) => values.protection === 'strengt_fortrolig').map(({ id }) => id),
  );
  const shown = window.duties.filter((one) => isShown(one.caseId as RecordId));
  const shownDuties = new Set(shown.map(keyOf));
  const onDuty = new Set(shown.flatMap(({ crew }) => crew.map(({ officerId }) => officerId)));
  const people = peopleOf(records, isShown);
  const shownPersons = new Set<string>(people.persons.map(({ id }) => id));
  const shownPlaces = new Set<string>(people.places.map(({ id }) => id));
  return {
    window: {
      ...window,
      needs: window.needs.filter((need) => isShown(need.caseId as RecordId)),
      duties: window.duties.map((duty) => (isShown(duty.caseId as RecordId) ? duty : onlyCrew(duty))),
      stays: window.stays.filter(({ personId }) => shownPersons.has(personId)),
      positions: window.positions.filter(
        ({ placeId, lat }) => lat !== null && shownPlaces.has(placeId) && !secret.has(placeId),
      ),
      avoid: window.avoid.filter((place) => isShown(place.caseId as RecordId)),
      appearances: window.appearances.filter((one) => isShown(one.caseId as RecordId)),
      handovers: window.handovers.filter(({ from, to }) => shownDuties.has(keyOf(from)) || shownDuties.has(keyOf(to))),
      reviews: window.reviews.filter((one) => isShown(one.caseId as RecordId)),
      unavailable: window.unavailable.filter(({ caseId }) => caseId === null || isShown(caseId as RecordId)),
    },
    truncated,
    cases: records.cases.map(({ id, values }) => ({
      id,
      // A case's name is often hers: of others' cases the number alone.
      name: detailed(id) ? values.name : '',
      number: values.number,
      zone: values.zone,
      isDetailed: detailed(id),
    })),
    needs,
    measures,
    occurrences,
    ...people,
    ...rosterOf(records, isShown),
    // Of those on duty here alone: why somebody rests less elsewhere is no matter of this case.
    restExceptions: records.restExceptions
      .filter(({ values }) => values.officerId === null || onDuty.has(values.officerId))
      .map(({ id, createdBy, values: { agreement, reason } }) => ({ id, decidedBy: agreement, reason, by: createdBy })),
    ...factsOf(records, isShown),
    raised: raised.filter(({ caseId }) => isShown(caseId)),
    legs: records.legs.flatMap(({ id, caseId, values: v }) => {
      if (!isShown(caseId)) return [];
      const { fromPlaceId, fromText, toPlaceId, toText, meetingPoint, abortPoint } = v;
      return [{ id, fromPlaceId, fromText, toPlaceId, toText, meetingPoint, abortPoint }];
    }),
    told: records.assignments.flatMap(({ id, caseId, values: { source, relievedById } }) =>
      isShown(caseId) && (source !== null || relievedById !== null) ? [{ id, source, relievedById }] : [],
    ),
    required: records.required.flatMap(({ id, caseId, values: { ownerId, qualificationId, headcount } }) =>
      isShown(caseId) ? [{ id, ownerId, qualificationId, count: headcount ?? 1 }] : [],
    ),
    handovers: records.handovers.flatMap(({ id, caseId, values }) =>
      isShown(caseId) ? [{ id, type: values.type, text: values.text }] : [],
    ),
    passes: records.passes.flatMap(({ id, caseId, values }) => {
      if (!isShown(caseId)) return [];
      const planned = values.plannedLocal && resolveLocal(values.plannedLocal, zones.get(caseId as RecordId) ?? 'UTC');
      const { measureId, occurrenceLocal, passedAt } = values;
      return [{ id, measureId, originalLocal: occurrenceLocal, plannedAt: planned ? planned.at : null, passedAt }];
    }),
  };
}

/** A duty of a case one is not in: when, and who is on it. How many it asks for would tell where somebody is lacking. */
function onlyCrew(duty: Duty): Duty {
  const nothing = { personIds: [], legs: [], openPosts: [], qualifications: [], placeId: null, decision: null };
  return { ...duty, ...nothing, headcount: null, type: 'other' };
}

function needOf({ record, caseId, series }: PlannedSeries): PlanNeed {
  if (record.kind !== 'need') throw new TypeError('a measure is no need');
  const v = record.values;
  return {
    id: record.id,
    caseId,
    label: v.label,
    level: v.protectionLevel,
    personId: v.personId,
    wishId: v.wishId,
    placeId: v.placeId,
    responseMinutes: v.responseMinutes,
    headcount: v.headcount,
    status: v.status,
    raisedBy: v.raisedBy,
    reason: v.reason,
    endsWhen: v.endsWhen,
    reviewAt: v.reviewAt,
    series,
  };
}

function measureOf({ record, caseId, series }: PlannedSeries, told: boolean): PlanMeasure {
  if (record.kind !== 'measure') throw new TypeError('a need is no measure');
  const v = record.values;
  return {
    id: record.id,
    caseId,
    type: told ? v.type : 'other',
    // That she declined it is hers to be told of.
    status: told ? v.status : dutyStatus(v.status),
    title: told ? record.title : '',
    titleEn: told ? record.titleEn : null,
    code: v.code,
    crew: v.crew,
    headcount: told ? v.headcount : null,
    placeId: told ? v.placeId : null,
    personId: told ? v.personId : null,
    wishId: told ? v.wishId : null,
    wishFit: told ? v.wishFit : null,
    decisionId: told ? v.decisionId : null,
    decidedBy: told ? v.decidedBy : null,
    reviewAt: told ? v.reviewAt : null,
    passes: told ? v.passes : null,
    series,
  };
}

type IsShown = (caseId: RecordId | null) => boolean;

function peopleOf(records: PlanRecords, isShown: IsShown) {
  const roles = new Map(
    records.roles.filter((role) => isShown(role.caseId)).map(({ values }) => [values.personId, values.role]),
  );
  return {
    persons: records.persons.flatMap(({ id, values }) => {
      const role = roles.get(id);
      return role ? [{ id, name: values.name, role }] : [];
    }),
    // The label is what is spoken of; an address stays with its record.
    places: records.places.flatMap(({ id, values }) =>
      values.personId === null || roles.has(values.personId) ? [{ id, label: values.label, type: values.type }] : [],
    ),
    whereabouts: records.whereabouts.flatMap(({ id, values }) =>
      roles.get(values.personId) === 'threat_actor'
        ? [
            {
              id,
              personId: values.personId,
              state: values.state,
              fromAt: values.since.fromAt,
              toAt: values.since.toAt,
              precision: values.since.precision,
              qualifier: values.since.qualifier ?? null,
              checkedAt: values.checkedAt,
            },
          ]
        : [],
    ),
  };
}

function rosterOf(records: PlanRecords, isShown: IsShown) {
  return {
    officers: records.officers.map(({ id, values }) => ({
      id,
      name: values.name,
      callSign: values.callSign,
      unit: values.unit,
      activeFromAt: values.activeFromAt,
      activeUntilAt: values.activeUntilAt,
      excluded: records.exclusions.flatMap((one) =>
        one.values.officerId === id && (one.values.forCaseId === null || isShown(one.values.forCaseId))
          ? [{ caseId: one.values.forCaseId, fromAt: one.values.fromAt, untilAt: one.values.untilAt }]
          : [],
      ),
    })),
    vehicles: records.vehicles.map(({ id, values }) => ({
      id,
      label: values.label,
      plate: values.plate,
      seats: values.seats,
      outFromAt: values.outFromAt,
      outUntilAt: values.outUntilAt,
    })),
    qualifications: records.qualifications.map(({ id, values }) => ({ id, label: values.label, code: values.code })),
  };
}

function factsOf(records: PlanRecords, isShown: IsShown) {
  return {
    alarms: records.alarms.flatMap(({ id, caseId, values: v }) => {
      if (caseId === null || !isShown(caseId)) return [];
      const { unit, handedOutAt, testedAt, grantedUntilAt, returnedAt, status } = v;
      const activations = records.activations.flatMap(({ id: activationId, values: a }) =>
        a.alarmId === id
          ? [
              {
                id: activationId,
                activatedAt: a.activatedAt,
                answeredAt: a.answeredAt,
                patrolAt: a.patrolAt,
                outcome: a.outcome,
                closedAt: a.closedAt,
              },
            ]
          : [],
      );
      return [{ id, caseId, unit, handedOutAt, testedAt, grantedUntilAt, returnedAt, status, activations }];
    }),
    risks: records.risks.flatMap(({ id, caseId, values: v }) =>
      caseId !== null && isShown(caseId)
        ? [
            {
              id,
              caseId,
              type: v.type,
              text: v.text,
              fromAt: v.date?.fromAt ?? null,
              toAt: v.date?.toAt ?? null,
              precision: v.date?.precision ?? null,
              qualifier: v.date?.qualifier ?? null,
              level: v.protectionLevel,
              headcount: v.headcount,
              hoursBefore: v.hoursBefore,
              hoursAfter: v.hoursAfter,
            },
          ]
        : [],
    ),
    decisions: records.decisions.flatMap(({ id, caseId, title, values: v }) =>
      isShown(caseId)
        ? [
            {
              id,
              title,
              authority: v.authority,
              form: v.form,
              decidedAt: v.decidedAt,
              writtenAt: v.writtenAt,
              fromAt: v.fromAt,
              untilAt: v.untilAt,
            },
          ]
        : [],
    ),
    accepted: acceptedOf(records, isShown),
  };
}

/** What was accepted in the cases shown. */
export function acceptedOf(records: PlanRecords, isShown: IsShown): PlanAcceptance[] {
  return records.accepted.flatMap(({ id, caseId, createdAt, createdBy, values: { conflictKey, reason, untilAt } }) =>
    isShown(caseId) ? [{ id, key: conflictKey, reason, untilAt, by: createdBy, at: createdAt }] : [],
  );
}

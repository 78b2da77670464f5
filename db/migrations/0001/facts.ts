import { codes, FACT, factIndexes, REPORT_STATUS, SENDER, to, when } from './parts.ts';

/** What happened and what was done about it. Frozen. */
export const FACTS = `
CREATE TABLE threat (
  ${FACT},
  ${codes('channels')},
  ${SENDER},
  weapon TEXT
) STRICT;
${factIndexes('threat')}

CREATE TABLE incident (
  ${FACT},
  ${codes('channels')},
  ${SENDER},
  weapon TEXT,
  log_number TEXT
) STRICT;
${factIndexes('incident')}

CREATE TABLE contact (
  ${FACT},
  ${codes('channels')},
  ${SENDER},
  contacts INTEGER
) STRICT;
${factIndexes('contact')}

CREATE TABLE report (
  ${FACT},
  number TEXT,
  ${REPORT_STATUS},
  log_number TEXT
) STRICT;
${factIndexes('report')}

CREATE TABLE protection_order (
  ${FACT},
  variant TEXT CHECK (
    variant IN ('restraining_order', 'own_home_ban', 'contact_ban', 'stay_away_ban', 'electronic_control', 'other')
  ),
  terms TEXT,
  decided_at INTEGER,
  decided_by TEXT,
  served_at INTEGER,
  served_how TEXT,
  from_at INTEGER,
  to_at INTEGER,
  lifted_at INTEGER
) STRICT;
${factIndexes('protection_order')}
CREATE INDEX protection_order_by_end ON protection_order(to_at) WHERE to_at IS NOT NULL;

CREATE TABLE breach (
  ${FACT},
  order_id TEXT ${to('protection_order')},
  ${codes('channels')},
  ${SENDER},
  contacts INTEGER,
  ${when('discovered')},
  ${REPORT_STATUS},
  decided_at INTEGER,
  log_number TEXT
) STRICT;
${factIndexes('breach')}
CREATE INDEX breach_by_order ON breach(order_id) WHERE order_id IS NOT NULL;

CREATE TABLE assessment (
  ${FACT},
  instrument TEXT,
  level TEXT CHECK (level IN ('low', 'moderate', 'high')),
  statement TEXT,
  assessed_by TEXT,
  person_id TEXT ${to('person')}
) STRICT;
${factIndexes('assessment')}
CREATE INDEX assessment_by_person ON assessment(person_id) WHERE person_id IS NOT NULL;

CREATE TABLE measure (
  ${FACT},
  type TEXT NOT NULL CHECK (type IN ('shielding', 'guarding', 'patrol', 'transport', 'other')),
  from_local TEXT,
  to_local TEXT,
  status TEXT NOT NULL CHECK (status IN ('planned', 'active', 'done', 'cancelled', 'not_possible')),
  status_reason TEXT,
  headcount INTEGER,
  crew TEXT,
  wish_id TEXT ${to('wish')},
  decided_by TEXT,
  instruction TEXT
) STRICT;
${factIndexes('measure')}
CREATE INDEX measure_by_wish ON measure(wish_id) WHERE wish_id IS NOT NULL;
`;

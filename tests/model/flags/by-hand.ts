/**
 * What three published cases should flag at moments before their end, read from the rows of `resources/demo/*.csv` by
 * hand, before any rule was written. A rule that says otherwise is wrong until this page is shown to be.
 *
 * A row is named by its date, time and kind as they stand in the file. `days` are whole days from `since`, counted on the
 * calendar, and stand only where the row of `since` is dated to the day (of an exact minute: whole days of 24 hours).
 */
export interface ExpectedFlag {
  readonly rule: string;
  readonly since: string;
  readonly days?: number;
  /** Every row the flag rests on, no more and no less. */
  readonly rows: readonly string[];
  /** Rows of these that the police learned of later. */
  readonly hindsight?: readonly string[];
}

export interface Moment {
  /** Wall clock in the case's country. */
  readonly at: string;
  /** What had happened, for the reader. */
  readonly story: string;
  readonly flags: readonly ExpectedFlag[];
  /** Rules that must be silent. */
  readonly silent: readonly string[];
}

export interface Chronology {
  readonly file: string;
  /** IANA zone of the country. */
  readonly zone: string;
  readonly moments: readonly Moment[];
}

export const BY_HAND: readonly Chronology[] = [
  {
    file: 'eremia-v-moldova.csv',
    zone: 'Europe/Chisinau',
    moments: [
      {
        at: '2010-07-15T12:00',
        story: 'Two weeks after the petition for divorce; he is a police officer; nothing was reported yet.',
        flags: [
          { rule: 'turning_point_near', since: '2010-07-02', days: 13, rows: ['2010-07-02 court'] },
          { rule: 'assessment_missing', since: '2010-07-01', days: 14, rows: ['2010-07-01 incident'] },
          { rule: 'no_protective_measure', since: '2010-07-01', days: 14, rows: ['2010-07-01 incident'] },
          { rule: 'several_in_danger', since: '2010-07-01', days: 14, rows: ['2010-07-01 incident'] },
          // Known since the year ended; of a year no days are counted.
          { rule: 'children_saw', since: '1997', rows: ['1997 note'] },
          { rule: 'conflict_of_interest', since: '1997', rows: ['1997 note'] },
        ],
        silent: ['breach_not_answered', 'report_without_measure', 'complaint_unanswered', 'weapon', 'violence_to_neck'],
      },
      {
        at: '2010-09-10T12:00',
        story: 'Eleven days after she told the police of the blow to her head.',
        flags: [
          { rule: 'report_without_measure', since: '2010-08-30', days: 11, rows: ['2010-08-30 report'] },
          { rule: 'complaint_unanswered', since: '2010-08-30', days: 11, rows: ['2010-08-30 report'] },
          { rule: 'interview_waiting', since: '2010-08-30', days: 11, rows: ['2010-08-30 report'] },
          { rule: 'no_protective_measure', since: '2010-07-01', days: 71, rows: ['2010-07-01 incident'] },
        ],
        silent: ['breach_not_answered', 'order_lapsing', 'charge_waiting'],
      },
      {
        at: '2010-10-15T12:00',
        story: 'He was fined and warned: answers, but neither limits him or shelters her.',
        flags: [{ rule: 'no_protective_measure', since: '2010-07-01', days: 106, rows: ['2010-07-01 incident'] }],
        silent: ['report_without_measure', 'complaint_unanswered', 'breach_not_answered'],
      },
      {
        at: '2010-11-25T12:00',
        story: 'After he nearly suffocated her before the daughters; she has not yet asked for an order.',
        flags: [
          { rule: 'violence_to_neck', since: '2010-11-12', days: 13, rows: ['2010-11-12 incident'] },
          {
            rule: 'children_saw',
            since: '1997',
            rows: ['1997 note', '2010-11-11 incident', '2010-11-12 incident'],
          },
          { rule: 'report_without_measure', since: '2010-11-06', days: 19, rows: ['2010-11-06 report'] },
          { rule: 'complaint_unanswered', since: '2010-11-06', days: 19, rows: ['2010-11-06 report'] },
          { rule: 'charge_waiting', since: '2010-11-06', days: 19, rows: ['2010-11-06 report'] },
          { rule: 'no_protective_measure', since: '2010-07-01', days: 147, rows: ['2010-07-01 incident'] },
        ],
        silent: ['breach_not_answered', 'intrusion', 'order_lapsing'],
      },
      {
        at: '2010-12-20T12:00',
        story: 'The order of 9 December was breached on the 16th and the 19th; nobody was arrested.',
        flags: [
          {
            rule: 'breach_not_answered',
            since: '2010-12-16',
            days: 4,
            rows: ['2010-12-16 order_breach', '2010-12-19 order_breach'],
          },
          { rule: 'intrusion', since: '2010-12-19', days: 1, rows: ['2010-12-19 order_breach'] },
          { rule: 'violence_to_neck', since: '2010-11-12', days: 38, rows: ['2010-11-12 incident'] },
          { rule: 'request_unanswered', since: '2010-12-13', days: 7, rows: ['2010-12-13 report'] },
          {
            rule: 'conflict_of_interest',
            since: '1997',
            rows: ['1997 note', '2010-09-30 measure', '2010-12-10 measure'],
          },
        ],
        // An order is in force; that it is breached is what the first flag says. December is not over.
        silent: ['no_protective_measure', 'report_without_measure', 'order_lapsing', 'threat_tied_to_complaint'],
      },
      {
        at: '2011-01-14T12:00',
        story: 'Officers pressed her to withdraw; the day after he said he would kill her unless she did.',
        flags: [
          {
            rule: 'breach_not_answered',
            since: '2010-12-16',
            days: 29,
            rows: ['2010-12-16 order_breach', '2010-12-19 order_breach', '2011-01-13 order_breach'],
          },
          { rule: 'threat_tied_to_complaint', since: '2011-01-13', days: 1, rows: ['2011-01-13 order_breach'] },
          {
            rule: 'intrusion',
            since: '2010-12-19',
            days: 26,
            rows: ['2010-12-19 order_breach', '2011-01-13 order_breach'],
          },
          // The report of December is dated to the month: known since it ended, without a count of days.
          { rule: 'report_without_measure', since: '2010-12', rows: ['2010-12 report'] },
          { rule: 'request_unanswered', since: '2010-12-13', days: 32, rows: ['2010-12-13 report'] },
          {
            rule: 'conflict_of_interest',
            since: '1997',
            rows: ['1997 note', '2010-09-30 measure', '2010-12-10 measure', '2011-01-12 contact'],
          },
        ],
        silent: ['no_protective_measure', 'withdrawn_at_liberty', 'order_lapsing'],
      },
      {
        at: '2011-02-20T12:00',
        story: 'The order of 90 days ends on 9 March; nothing is prepared after it. The investigation was opened.',
        flags: [{ rule: 'order_lapsing', since: '2011-02-07', rows: ['2010-12-09 order'] }],
        silent: ['request_unanswered', 'no_protective_measure', 'statements_contradict'],
      },
      {
        at: '2011-04-05T12:00',
        story: 'The order has run out, the case is suspended and he is held not to be a danger.',
        flags: [
          { rule: 'order_lapsing', since: '2011-03-09', days: 27, rows: ['2010-12-09 order'] },
          { rule: 'no_protective_measure', since: '2011-03-09', days: 27, rows: ['2010-12-09 order'] },
          {
            rule: 'statements_contradict',
            since: '2011-04-01',
            days: 4,
            rows: ['2010-12-16 order_breach', '2010-12-19 order_breach', '2011-01-13 order_breach', '2011-04-01 note'],
          },
          {
            rule: 'breach_not_answered',
            since: '2010-12-16',
            days: 110,
            rows: ['2010-12-16 order_breach', '2010-12-19 order_breach', '2011-01-13 order_breach'],
          },
        ],
        silent: ['request_unanswered'],
      },
    ],
  },
  {
    file: 'lenahan-gonzales-v-united-states.csv',
    zone: 'America/Denver',
    moments: [
      {
        at: '1999-06-10T12:00',
        story: 'A week after the order was made permanent and she got sole custody.',
        flags: [
          { rule: 'turning_point_near', since: '1999-06-04', days: 6, rows: ['1999-06-04 order'] },
          { rule: 'assessment_missing', since: '1994', rows: ['1994 incident'] },
        ],
        // 1999 has not ended: its row is not known yet.
        silent: ['breach_not_answered', 'no_protective_measure', 'surveillance', 'intrusion', 'contacts_in_one_night'],
      },
      {
        at: '1999-06-22T18:30',
        story: 'An hour after he took the three children; she has not called yet.',
        flags: [
          {
            rule: 'breach_not_answered',
            since: '1999-06-22T17:15',
            days: 0,
            rows: ['1999-06-22 17:15 order_breach'],
          },
          {
            rule: 'several_in_danger',
            since: '1994',
            rows: ['1994 incident', '1999-06-22 17:15 order_breach'],
          },
          { rule: 'assessment_missing', since: '1994', rows: ['1994 incident'] },
        ],
        silent: ['no_protective_measure', 'surveillance', 'contacts_in_one_night', 'weapon', 'promise_unanswered'],
      },
      {
        at: '1999-06-22T20:45',
        story: 'She called twice, asked that he be arrested, and was told to wait; he has bought a pistol.',
        flags: [
          {
            rule: 'contacts_in_one_night',
            since: '1999-06-22T19:30',
            days: 0,
            rows: ['1999-06-22 19:30 report', '1999-06-22 20:30 report'],
          },
          {
            rule: 'request_unanswered',
            since: '1999-06-22T19:30',
            days: 0,
            rows: ['1999-06-22 19:30 report', '1999-06-22 20:30 report'],
          },
          {
            rule: 'promise_unanswered',
            since: '1999-06-22T19:30',
            days: 0,
            rows: ['1999-06-22 19:30 note', '1999-06-22 20:30 report'],
          },
          { rule: 'weapon', since: '1999-06-22T19:30', days: 0, rows: ['1999-06-22 19:30 incident'] },
          {
            rule: 'breach_not_answered',
            since: '1999-06-22T17:15',
            days: 0,
            rows: ['1999-06-22 17:15 order_breach'],
          },
        ],
        silent: ['no_protective_measure'],
      },
      {
        at: '1999-06-23T01:00',
        story: 'Six contacts with the police since half past seven; he comes to the station at 03:20.',
        flags: [
          {
            rule: 'contacts_in_one_night',
            since: '1999-06-22T19:30',
            days: 0,
            rows: [
              '1999-06-22 19:30 report',
              '1999-06-22 20:30 report',
              '1999-06-22 22:10 report',
              '1999-06-23 00:00 report',
              '1999-06-23 00:10 report',
              '1999-06-23 00:50 report',
            ],
          },
          // What he said to a neighbour did not reach the police that evening, as far as is known.
          {
            rule: 'threat_to_life',
            since: '1999-06-22',
            days: 1,
            rows: ['1999-06-22 threat'],
            hindsight: ['1999-06-22 threat'],
          },
          {
            rule: 'breach_not_answered',
            since: '1999-06-22T17:15',
            days: 0,
            rows: ['1999-06-22 17:15 order_breach'],
          },
        ],
        silent: ['no_protective_measure', 'surveillance'],
      },
    ],
  },
  {
    file: 'opuz-v-turkey.csv',
    zone: 'Europe/Istanbul',
    moments: [
      {
        at: '1995-06-20T12:00',
        story: 'Both women have withdrawn their complaints; nothing limits the two men.',
        flags: [
          { rule: 'withdrawn_at_liberty', since: '1995-06-15', days: 5, rows: ['1995-06-15 court'] },
          { rule: 'report_without_measure', since: '1995-04-10', days: 71, rows: ['1995-04-10 report'] },
          { rule: 'no_protective_measure', since: '1995-04-10', days: 71, rows: ['1995-04-10 report'] },
          { rule: 'several_in_danger', since: '1995-04-10', days: 71, rows: ['1995-04-10 report'] },
        ],
        // They were charged on 25 April.
        silent: ['complaint_unanswered', 'breach_not_answered'],
      },
      {
        at: '1996-05-01T12:00',
        story: 'He is remanded since 11 April.',
        flags: [],
        silent: ['no_protective_measure', 'report_without_measure', 'withdrawn_at_liberty'],
      },
      {
        at: '1996-06-20T12:00',
        story: 'Released on 14 May; on 13 June she withdrew her complaint.',
        flags: [
          {
            rule: 'withdrawn_at_liberty',
            since: '1996-06-13',
            days: 7,
            rows: ['1995-06-15 court', '1996-06-13 note'],
          },
          { rule: 'no_protective_measure', since: '1996-05-14', days: 37, rows: ['1996-05-14 court'] },
          // "He only slapped her" beside injuries a doctor held to be dangerous to life.
          {
            rule: 'statements_contradict',
            since: '1996-04-15',
            days: 66,
            rows: ['1996-04-11 incident', '1996-04-15 contact'],
          },
        ],
        silent: ['report_without_measure'],
      },
      {
        at: '1998-03-10T12:00',
        story: 'A knife in February, a car driven into both women in March; remanded on the 5th.',
        flags: [
          { rule: 'weapon', since: '1998-02-05', days: 33, rows: ['1998-02-05 incident', '1998-03-04 incident'] },
        ],
        silent: ['no_protective_measure'],
      },
      {
        at: '1998-04-10T12:00',
        story: 'Released in March, new threats to their lives; both women ask for protective measures.',
        flags: [
          { rule: 'request_unanswered', since: '1998-04-02', days: 8, rows: ['1998-04-02 report'] },
          { rule: 'report_without_measure', since: '1998-04-02', days: 8, rows: ['1998-04-02 report'] },
          // Released some day in March: no days are counted from it.
          { rule: 'no_protective_measure', since: '1998-03', rows: ['1998-03 court'] },
          { rule: 'turning_point_near', since: '1998-03', rows: ['1998-03-20 court', '1998-03 court'] },
        ],
        silent: ['threat_more_precise'],
      },
      {
        at: '2000-06-01T12:00',
        story: 'Nothing is written down for a year and a half: that is not calm.',
        flags: [{ rule: 'silence', since: '1998', rows: ['1998 court 2'] }],
        silent: ['turning_point_near'],
      },
      {
        at: '2001-11-25T12:00',
        story:
          'Stabbed seven times and he walked out the same evening; threats with knives and guns at the mother’s home.',
        flags: [
          {
            rule: 'weapon',
            since: '1998-02-05',
            days: 1389,
            rows: [
              '1998-02-05 incident',
              '1998-03-04 incident',
              '2001-10-29 incident',
              '2001-10-29 23:30 contact',
              '2001-11-19 report',
            ],
          },
          // What was asked for in 1998, protection, was never given.
          {
            rule: 'request_unanswered',
            since: '1998-04-02',
            days: 1333,
            rows: ['1998-04-02 report', '2001-10-31 report'],
          },
          {
            rule: 'report_without_measure',
            since: '1998-04-02',
            days: 1333,
            rows: ['1998-04-02 report', '2001-10-31 report', '2001-11-14 report', '2001-11-19 report'],
          },
          {
            rule: 'complaint_unanswered',
            since: '2001-11-14',
            days: 11,
            rows: ['2001-11-14 report', '2001-11-19 report'],
          },
          { rule: 'no_protective_measure', since: '1998-03', rows: ['1998-03 court'] },
          { rule: 'surveillance', since: '2001-11-19', days: 6, rows: ['2001-11-19 report'] },
          { rule: 'threat_more_precise', since: '2001-11-19', days: 6, rows: ['2001-11-19 report'] },
        ],
        silent: ['breach_not_answered', 'order_lapsing'],
      },
      {
        at: '2002-03-10T12:00',
        story: 'The day before the mother is shot during the move.',
        flags: [
          {
            rule: 'threat_more_precise',
            since: '2001-11-19',
            days: 111,
            rows: ['2001-11-19 report', '2002-02-27 report'],
          },
          {
            rule: 'request_unanswered',
            since: '1998-04-02',
            days: 1438,
            rows: ['1998-04-02 report', '2001-10-31 report', '2002-02-27 report'],
          },
          {
            rule: 'report_without_measure',
            since: '1998-04-02',
            days: 1438,
            rows: [
              '1998-04-02 report',
              '2001-10-31 report',
              '2001-11-14 report',
              '2001-11-19 report',
              '2002-02-27 report',
            ],
          },
          { rule: 'no_protective_measure', since: '1998-03', rows: ['1998-03 court'] },
          {
            rule: 'hearing_waiting',
            since: '2001-12-12',
            days: 88,
            rows: ['2001-12-12 court', '2002-01-10 court'],
          },
          { rule: 'assessment_missing', since: '1995-04-10', days: 2526, rows: ['1995-04-10 report'] },
        ],
        silent: ['breach_not_answered', 'order_lapsing', 'violence_to_neck'],
      },
    ],
  },
];

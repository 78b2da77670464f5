/**
 * The rest rules as data. They are shown as "hovedregel", with name and version, and warn: whether an exception applies is
 * for the lead to say, by recording one.
 */

/** An exception that a lead can record for an officer and a period. */
export interface RestExceptionRule {
  readonly key: string;
  readonly cite: string;
  /** Least daily and weekly rest under it, minutes; null leaves the main rule. */
  readonly dailyMinutes: number | null;
  readonly weeklyMinutes: number | null;
  /** Shortened rests in a row that it allows; null is not limited. */
  readonly mostInARow: number | null;
  /** Its text was not read in full by those who wrote this: the interface says so. */
  readonly unread: boolean;
}

interface RestRuleSet {
  readonly name: string;
  readonly version: string;
  readonly daily: { readonly minutes: number; readonly cite: string };
  readonly weekly: { readonly minutes: number; readonly cite: string };
  readonly exceptions: readonly RestExceptionRule[];
}

const hours = (count: number) => count * 60;

/**
 * Arbeidsmiljøloven § 10-8: 11 hours without a break within 24 hours, between two main working periods; 35 hours within
 * seven days. By agreement not under 8 and 28 hours. Police: FOR-2009-06-26-873 §§ 2 and 3. Danger to life: § 10-12
 * third paragraph, against compensating rest.
 */
export const REST_RULES: RestRuleSet = {
  name: 'Arbeidsmiljøloven, hovedregel',
  version: 'LOV-2005-06-17-62, 2026-11',
  daily: { minutes: hours(11), cite: 'aml. § 10-8 første ledd' },
  weekly: { minutes: hours(35), cite: 'aml. § 10-8 annet ledd' },
  exceptions: [
    {
      key: 'agreement',
      cite: 'aml. § 10-8 tredje ledd',
      dailyMinutes: hours(8),
      weeklyMinutes: hours(28),
      mostInARow: null,
      unread: false,
    },
    {
      key: 'police_duty_list',
      cite: 'FOR-2009-06-26-873 § 2',
      dailyMinutes: hours(8),
      weeklyMinutes: null,
      mostInARow: 2,
      unread: false,
    },
    {
      key: 'police_under_eight',
      cite: 'FOR-2009-06-26-873 § 3',
      dailyMinutes: 0,
      weeklyMinutes: null,
      mostInARow: null,
      unread: true,
    },
    {
      key: 'danger_to_life',
      cite: 'aml. § 10-12 tredje ledd',
      dailyMinutes: 0,
      weeklyMinutes: 0,
      mostInARow: null,
      unread: false,
    },
  ],
};

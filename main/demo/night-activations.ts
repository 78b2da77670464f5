import type { Tx } from '#db/book.ts';
import type { RecordId } from '#model/ids.ts';
import type { NightPeople } from './night-planner.ts';
import { at } from './night-time.ts';

/** The alarm and what it was used for. */
export async function writeFacts(tx: Tx, caseId: RecordId, people: NightPeople): Promise<void> {
  const { id: alarmId } = await tx.insert(
    'alarm',
    {
      personId: people.lind,
      unit: 'Mobil voldsalarm V-118',
      handedOutAt: at('2026-02-12 10:15'),
      handedOutBy: 'Fjære',
      testedAt: at('2026-03-24 09:30'),
      checkedAt: at('2026-03-28 23:05'),
      grantedUntilAt: at('2026-04-12 12:00'),
      status: 'active',
      instruction: 'To patruljer, inn fra begge sider. Ring jourjurist.',
      instructionVersion: '3',
      codeWord: 'blåbær',
      duressWord: 'regntøy',
    },
    { caseId },
  );
  const activations = [
    [
      '2026-03-24 09:30',
      '2026-03-24 09:30',
      null,
      'test',
      'Prøve med operasjonssentralen',
      'Fjære',
      '2026-03-24 09:36',
    ],
    [
      '2026-03-26 18:52',
      '2026-03-26 18:53',
      '2026-03-26 18:59',
      'unintended',
      'Trykket i lomma',
      'Patrulje 32',
      '2026-03-26 19:04',
    ],
    [
      '2026-03-28 21:31',
      '2026-03-28 21:31',
      '2026-03-28 21:36',
      'real',
      'M. i bakgården',
      'Patrulje 31',
      '2026-03-28 22:20',
    ],
  ] as const;
  for (const [activated, answered, patrol, outcome, text, closedBy, closed] of activations) {
    await tx.insert(
      'alarm_activation',
      {
        alarmId,
        activatedAt: at(activated),
        answeredAt: at(answered),
        spokenWithAt: at(answered),
        patrolAt: patrol && at(patrol),
        outcome,
        text,
        closedAt: at(closed),
        closedBy,
        closedHow: outcome === 'test' ? 'code_word' : 'seen',
      },
      { caseId },
    );
  }
}

import type { BriefingBlock, BriefingSection } from '#model/briefing.ts';
import type { Material } from '../material.ts';
import { weaponsOf } from '../sections/threats.ts';
import type { Words } from '../words.ts';

const MOST_WEAPONS = 4;

/** What those who go there may meet: weapons that are known of, newest first. None known does not mean unarmed. */
export function dangerToOfficers(m: Material, w: Words): BriefingSection {
  const weapons = weaponsOf(m, w).slice(0, MOST_WEAPONS);
  const block: BriefingBlock =
    weapons.length === 0
      ? { type: 'text', text: w.t('patrol.noWeapon'), strong: true }
      : { type: 'list', items: weapons.map((weapon) => w.t('patrol.weapon', { weapon })) };
  return { id: 'danger', heading: w.t('patrol.danger'), blocks: [block] };
}

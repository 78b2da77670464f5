/** By keyboard alone: the legs of a transport, what was told of a post at its time, and who and what a duty is asked for. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RecordId } from '#model/ids.ts';
import { DEMO_CASE, type OpenDemo, openDemo, openDemoCase } from '#tests/helpers/demo.ts';
import { showQuarter, tabTo } from '#tests/helpers/keys.ts';
import { lookAt } from '#tests/helpers/look.ts';

const WINDOW = { fromAt: Date.parse('2026-03-27T00:00Z'), toAt: Date.parse('2026-04-25T00:00Z') };

let demo: OpenDemo;
let page: Page;
let caseId: RecordId;
let officerId: RecordId;
let escortId: RecordId;
let pastId: RecordId;

const press = (keys: string) => page.keyboard.press(keys);

async function measure(type: string, text: string, startLocal: string, endLocal: string, officerIds: RecordId[]) {
  const input = { caseId, type, text, startLocal, endLocal, officerIds };
  return (await demo.call<{ id: RecordId }>('plan.create_measure', input)).id;
}

beforeAll(async () => {
  demo = await openDemo();
  page = demo.page;
  const cases = await demo.call<{ id: RecordId; name: string }[]>('case.list', {});
  caseId = cases.find(({ name }) => name === DEMO_CASE)?.id as RecordId;
  const officer = { kind: 'officer', caseId: null, values: { name: 'Yttervik' } };
  ({ id: officerId } = await demo.call<{ id: RecordId }>('record.create', officer));
  escortId = await measure('transport', 'Følge til legen', '2026-04-20T08:00', '2026-04-20T12:00', []);
  pastId = await measure('guarding', 'Formiddagsvakt', '2026-03-28T08:00', '2026-03-28T12:00', [officerId]);
  await openDemoCase(page);
  await page.locator('nav.vb-tabs .vb-tab').nth(1).focus();
  await press('Enter');
  await page.locator('.timeline-plot').waitFor();
  await press('l');
  await page.getByRole('grid', { name: 'Tidslinjen som liste' }).waitFor();
  await showQuarter(page);
});

afterAll(() => demo?.finish());

const look = (name: string) => lookAt(page, name);

/** Opens the row of a duty in the list and goes into its inspector. */
async function open(name: RegExp): Promise<void> {
  const list = page.getByRole('grid', { name: 'Tidslinjen som liste' });
  await list.focus();
  await press('Home');
  const isThere = () =>
    list
      .locator('.vb-cursor')
      .innerText()
      .then((text) => name.test(text));
  for (let step = 0; step < 300 && !(await isThere()); step += 1) await press('ArrowDown');
  expect(await isThere()).toBe(true);
  await press('Enter');
  await page.waitForFunction(() => document.activeElement?.closest('.vb-inspector'));
}

/** Waits until a dialog of this name has the keys. */
async function dialogOf(name: string) {
  const dialog = page.getByRole('dialog', { name });
  await dialog.waitFor();
  await page.waitForFunction(() => document.activeElement?.hasAttribute('data-autofocus'));
  return dialog;
}

async function type(text: string): Promise<void> {
  await press('Control+a');
  await page.keyboard.type(text);
  await press('Tab');
}

interface Answer {
  readonly window: {
    readonly duties: readonly {
      readonly id: string;
      readonly legs: readonly { readonly departAt: number; readonly arriveAt: number }[];
      readonly crew: readonly { readonly post: string | null; readonly onPostAt: number | null }[];
      readonly openPosts: readonly { readonly post: string | null }[];
      readonly vehicles: readonly unknown[];
      readonly decision: unknown;
    }[];
  };
  readonly legs: readonly { readonly toText: string | null; readonly meetingPoint: string | null }[];
  readonly required: readonly { readonly ownerId: string; readonly count: number }[];
}
const view = () => demo.call<Answer>('plan.window', { caseId, ...WINDOW });
const dutyOf = async (id: RecordId) => (await view()).window.duties.find((one) => one.id === id);

// Would catch: legs that nobody can enter, a leg that needs a mouse, legs that are not held against the driving time.
it('sets up the legs of a transport, in order, as one step', async () => {
  await open(/2026-04-20.*Følge til legen/s);
  await page.getByRole('heading', { name: 'Etapper' }).waitFor();
  await tabTo(page, /^Endre etapper/);
  await press('Enter');
  const dialog = await dialogOf('Etapper');
  await type('2026-04-20 08:10');
  await type('2026-04-20 08:40');
  await tabTo(page, /^Til, som skrevet$/);
  await type('Legesenteret');
  await type('Port 2');
  await tabTo(page, /^Egen kjøretid/);
  await type('45');
  await tabTo(page, /^Legg til etappe$/);
  await press('Enter');
  await dialog.getByRole('group', { name: 'Etappe 2' }).waitFor();
  await look('legs-dialog');
  await tabTo(page, /^Lagre etapper$/);
  await press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(async () => (await dutyOf(escortId))?.legs.length).toBe(2);
  const { legs } = await view();
  expect(legs.find(({ toText }) => toText === 'Legesenteret')?.meetingPoint).toBe('Port 2');
  await page.getByText('Etappe på 30 min, trenger 45 min').first().waitFor();
  await look('legs');
  await page.getByRole('button', { name: 'Endre etapper …' }).first().focus();
  await press('Enter');
  const again = await dialogOf('Etapper');
  await tabTo(page, /^Stryk etappe 2$/);
  await press('Enter');
  await expect.poll(() => again.getByRole('group', { name: 'Etappe 2' }).count()).toBe(0);
  await tabTo(page, /^Lagre etapper$/);
  await press('Enter');
  await again.waitFor({ state: 'detached' });
  await expect.poll(async () => (await dutyOf(escortId))?.legs.length).toBe(1);
});

// Would catch: a post without a name, a car that only a drag can give, a qualification that nobody can ask for, a decision
// that has no way in.
it('asks a duty for posts, a car, a qualification and the decision it rests on', async () => {
  await open(/2026-04-20.*Følge til legen/s);
  await tabTo(page, /^Post$/);
  await page.keyboard.type('Ytre');
  await tabTo(page, /^Legg til ubesatt post$/);
  await press('Enter');
  await expect.poll(async () => (await dutyOf(escortId))?.openPosts.length).toBe(1);
  const fill = page.getByRole('button', { name: 'Besett Ytre' });
  await fill.focus();
  await press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Hvem overtar?' });
  await dialog.waitFor();
  await tabTo(page, /^Sett opp$/);
  await page.keyboard.type('Yttervik');
  await tabTo(page, /^Sett opp$/, 'Tab');
  await dialog.getByRole('button', { name: 'Sett opp' }).focus();
  await press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(async () => (await dutyOf(escortId))?.crew.map(({ post }) => post)).toEqual(['outer']);
  await page.getByRole('combobox', { name: 'Sett opp kjøretøy' }).focus();
  await page.keyboard.type('Bil 7');
  expect((await dutyOf(escortId))?.vehicles).toEqual([]);
  await tabTo(page, /^Sett opp kjøretøyet$/);
  await press('Enter');
  await expect.poll(async () => (await dutyOf(escortId))?.vehicles.length).toBe(1);
  await page.getByRole('combobox', { name: 'Nytt krav' }).focus();
  await page.keyboard.type('Livvakt');
  await tabTo(page, /^Legg til kravet$/);
  await press('Enter');
  await expect
    .poll(async () => (await view()).required.filter(({ ownerId }) => ownerId === escortId).map(({ count }) => count))
    .toEqual([1]);
  // The book asks another duty for the same: it must be told of this one.
  await page.locator('.vb-inspector').getByText('Mannskapet mangler Livvakt').first().waitFor();
  await look('duty-asks');
  await page.getByRole('button', { name: 'Beslutning', exact: true }).first().focus();
  await press('Enter');
  const decision = page.getByRole('dialog', { name: 'Beslutning' });
  await decision.waitFor();
  await tabTo(page, /^Hva er besluttet$/);
  await type('Følge til lege');
  await type('Vaktleder');
  await look('decision-dialog');
  await decision.getByRole('button', { name: 'Lagre' }).focus();
  await press('Enter');
  await decision.waitFor({ state: 'detached' });
  await expect.poll(async () => (await dutyOf(escortId))?.decision).not.toBeNull();
});

// Would catch: a post of the night told in the morning stored as taken in the morning, and the night unconfirmed for it.
it('tells that a post was taken at its planned time, when it is told afterwards', async () => {
  await open(/2026-03-28.*Formiddagsvakt/s);
  await tabTo(page, /^På post: Yttervik, annet tidspunkt/);
  await press('Enter');
  const dialog = await dialogOf('På post: Yttervik');
  expect(await dialog.getByLabel('Tidspunkt').inputValue()).toBe('2026-03-28 08:00');
  await tabTo(page, /^Kilde$/);
  await type('Samband');
  await look('tell-dialog');
  await tabTo(page, /^Bekreft$/);
  await press('Enter');
  await dialog.waitFor({ state: 'detached' });
  const on = async () => (await dutyOf(pastId))?.crew[0]?.onPostAt;
  await expect.poll(on).toBe(Date.parse('2026-03-28T07:00Z'));
  await page.getByRole('button', { name: /^Rett «Yttervik, på post/ }).waitFor();
});

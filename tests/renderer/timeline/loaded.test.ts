import { expect, test } from 'vitest';
import { arrange } from '#renderer/timeline/arrange.ts';
import { layoutGround } from '#renderer/timeline/ground.ts';
import { missingWindow } from '#renderer/timeline/loaded.ts';
import { layoutOverview } from '#renderer/timeline/overview.ts';
import { prepare } from '#renderer/timeline/prepare.ts';
import { createScale } from '#renderer/timeline/scale.ts';
import fc from '#tests/helpers/property.ts';
import { weekPage } from './harness/week-page.ts';
import { DAY, environment, oneLane, oslo, SPAN } from './samples.ts';

const { page, ofType } = weekPage();
const span = (fromAt: number, toAt: number) => ({ fromAt, toAt });

test.each([
  ['all there is', span(0, 10), null, span(0, 100), null, null],
  ['within what is known', span(20, 30), span(10, 40), span(0, 100), null, null],
  ['over its edge', span(35, 45), span(10, 40), span(0, 100), null, span(25, 55)],
  ['asked for already', span(36, 46), span(10, 40), span(0, 100), span(25, 55), null],
  ['beyond what was asked for', span(50, 60), span(10, 40), span(0, 100), span(25, 55), span(40, 70)],
  ['where the case has ended', span(100, 130), span(10, 100), span(0, 100), null, null],
  ['over the end of the case, known up to it', span(90, 130), span(10, 100), span(0, 100), null, null],
] as const)('a view %s asks for what is missing and no more', (_, view, loaded, extent, asked, wanted) => {
  expect(missingWindow(view, loaded, extent, asked)).toEqual(wanted);
});

// Would catch: a stretch that is shown, never arrives and is never asked for.
test('what is seen of the case is known, or asked for with the answer', () => {
  const any = fc
    .tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 60 }))
    .map(([a, n]) => span(a, a + n));
  fc.assert(
    fc.property(any, any, any, (view, loaded, extent) => {
      const missing = missingWindow(view, loaded, extent, null);
      const known = missing ?? loaded;
      for (let at = Math.max(view.fromAt, extent.fromAt); at < Math.min(view.toAt, extent.toAt); at++) {
        expect(at >= known.fromAt && at < known.toAt).toBe(true);
      }
    }),
  );
});

test('unknown time is not drawn as empty, and the overview counts the whole case', () => {
  const loaded = span(SPAN.fromAt + 5 * DAY, SPAN.fromAt + 9 * DAY);
  const counts = [{ at: SPAN.fromAt, threats: 12, others: 0 }];
  const data = { ...oneLane([]), loaded, whole: { extent: SPAN, counts } };
  const prepared = prepare(data, oslo);
  const scale = createScale(SPAN, 1_000);
  const ground = layoutGround(arrange(prepared, new Set()), scale, { scrollTop: 0, height: 100 }, environment, loaded);
  expect(ground.filter((p) => p.type === 'rect' && p.fill === '--sunk')).toHaveLength(2);
  const strip = layoutOverview(prepared, scale, environment);
  expect(strip.filter((p) => p.type === 'rect' && p.fill === '--k-threat')).toHaveLength(1);
});

// Would catch: breaches and orders that vanish from the strip of the whole case while only a part of it is known.
test('the strip has the breaches and orders of the whole case, whatever is known of it', () => {
  const loaded = span(SPAN.fromAt, SPAN.fromAt + DAY);
  const at = SPAN.fromAt + 20 * DAY;
  const blocks = [
    { kind: 'breach' as const, fromAt: at, toAt: at },
    { kind: 'order' as const, fromAt: at, toAt: SPAN.toAt + 100 * DAY },
  ];
  const data = { ...oneLane([]), loaded, whole: { extent: SPAN, counts: [], blocks } };
  const strip = layoutOverview(prepare(data, oslo), createScale(SPAN, 1_000), environment);
  const drawn = strip.flatMap((p) =>
    p.type === 'rect' && (p.fill === '--k-breach' || p.fill === '--k-order') ? [p.w] : [],
  );
  expect(drawn[0]).toBe(4);
  expect(drawn[1]).toBeGreaterThan(40);
});

test('panning into time that is not known asks once for a window around it, and again after the answer', async () => {
  const loaded = span(Date.UTC(2026, 2, 26), Date.UTC(2026, 2, 29));
  const whole = span(Date.UTC(2026, 0, 1), Date.UTC(2026, 5, 1));
  await page().evaluate(([one, two]) => window.harness.part(one, two), [loaded, whole] as const);
  expect(await ofType('window')).toEqual([]);
  const pan = (by: number) => {
    return page().evaluate((ms) => {
      const view = window.harness.timeline?.getView();
      if (view) window.harness.timeline?.setView(view.fromAt + ms, view.toAt + ms);
    }, by);
  };
  await pan(DAY);
  await pan(DAY);
  expect(await ofType('window')).toEqual([span(Date.UTC(2026, 2, 24), Date.UTC(2026, 3, 2))]);
  await page().evaluate(([one, two]) => window.harness.part(one, two), [
    span(Date.UTC(2026, 2, 24), Date.UTC(2026, 3, 2)),
    whole,
  ] as const);
  await pan(5 * DAY);
  expect(await ofType('window')).toHaveLength(2);
});

import { expect, test } from 'vitest';
import {
  clampView,
  createScale,
  fitView,
  MAX_SPAN_MS,
  MIN_SPAN_MS,
  panView,
  zoomView,
} from '#renderer/timeline/scale.ts';
import { axisLevel, ticksOf } from '#renderer/timeline/ticks.ts';
import fc from '#tests/helpers/property.ts';
import { DAY, HOUR, oslo, osloAt } from './samples.ts';

const anyView = fc
  .tuple(
    fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2200, 0, 1) }),
    fc.integer({ min: MIN_SPAN_MS, max: 100 * 365 * DAY }),
  )
  .map(([fromAt, length]) => ({ fromAt, toAt: fromAt + length }));

test('a pixel leads to a time and back: a drag falls where the pointer is', () => {
  fc.assert(
    fc.property(anyView, fc.double({ min: 0, max: 1_200, noNaN: true }), (view, x) => {
      const scale = createScale(view, 1_200);
      expect(Math.abs(scale.xOf(scale.atOf(x)) - x)).toBeLessThan(0.5 / scale.msPerPx + 1e-6);
    }),
  );
});

test('a day of 23 hours is drawn 23 hours wide, one of 25 hours 25', () => {
  const widthOf = (day: string): number => {
    const fromAt = osloAt(`${day}T00:00`);
    const scale = createScale({ fromAt, toAt: fromAt + 10 * DAY }, 2_400);
    return scale.xOf(oslo.startOfDay(fromAt, 1)) - scale.xOf(fromAt);
  };
  expect(widthOf('2026-03-28')).toBeCloseTo(240);
  expect(widthOf('2026-03-29')).toBeCloseTo(230);
  expect(widthOf('2025-10-26')).toBeCloseTo(250);
});

test('zooming leaves the time under the pointer where it is', () => {
  fc.assert(
    fc.property(
      anyView,
      fc.double({ min: 0.2, max: 5, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (view, factor, share) => {
        const aroundAt = Math.round(view.fromAt + (view.toAt - view.fromAt) * share);
        const before = createScale(view, 1_000).xOf(aroundAt);
        const after = createScale(zoomView(view, factor, aroundAt), 1_000);
        expect(Math.abs(after.xOf(aroundAt) - before)).toBeLessThan(0.01 + 2 / after.msPerPx);
      },
    ),
  );
});

test('no wheel or broken caller can leave a view that cannot be drawn', () => {
  const at = fc.oneof(
    fc.double(),
    fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e300),
  );
  fc.assert(
    fc.property(at, at, (fromAt, toAt) => {
      for (const view of [
        clampView({ fromAt, toAt }),
        panView(clampView({ fromAt, toAt }), toAt),
        fitView({ fromAt, toAt }),
      ]) {
        const span = view.toAt - view.fromAt;
        expect(span).toBeGreaterThanOrEqual(MIN_SPAN_MS - 1);
        expect(span).toBeLessThanOrEqual(MAX_SPAN_MS + 1);
        expect(Number.isFinite(new Date(view.fromAt).getTime() + new Date(view.toAt).getTime())).toBe(true);
      }
    }),
  );
});

test('hours of the night in which clocks go forward: 02 is not there, every other hour is once', () => {
  const span = { fromAt: osloAt('2026-03-29T00:00'), toAt: osloAt('2026-03-29T06:00') };
  const hours = ticksOf({ unit: 'hour', step: 1 }, span, oslo).filter((at) => at >= span.fromAt);
  expect(hours.map((at) => oslo.partsOf(at).hour)).toEqual([0, 1, 3, 4, 5]);
});

test('hours of the night in which clocks go back: 02 is there twice, an hour apart', () => {
  const span = { fromAt: osloAt('2025-10-26T00:00'), toAt: osloAt('2025-10-26T05:00') };
  const hours = ticksOf({ unit: 'hour', step: 1 }, span, oslo).filter((at) => at >= span.fromAt);
  expect(hours.map((at) => oslo.partsOf(at).hour)).toEqual([0, 1, 2, 2, 3, 4]);
  expect((hours[3] ?? 0) - (hours[2] ?? 0)).toBe(HOUR);
});

test('at every zoom from minutes to centuries the ticks are in order and few enough to read and to draw', () => {
  fc.assert(
    fc.property(anyView, (view) => {
      const scale = createScale(clampView(view), 1_000);
      const level = axisLevel(scale.msPerPx);
      for (const division of [level.major, level.minor, level.lines]) {
        if (!division) continue;
        const ticks = ticksOf(division, scale, oslo);
        expect(ticks.length).toBeLessThan(80);
        for (const [i, at] of ticks.entries()) if (i > 0) expect(at).toBeGreaterThan(ticks[i - 1] ?? at);
      }
      expect(ticksOf(level.major, scale, oslo)[0]).toBeLessThanOrEqual(scale.fromAt);
    }),
    { numRuns: 200 },
  );
});

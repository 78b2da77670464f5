import { afterEach, describe, expect, test } from 'vitest';
import { FIXTURE_PAGE, openChromium, type TestChromium } from '#tests/helpers/chromium.ts';

const OURS = 'https://vernebok.invalid';
let opened: TestChromium;

afterEach(() => opened.stop());

async function openFixture(): Promise<TestChromium> {
  opened = await openChromium({ rendererDir: FIXTURE_PAGE });
  await opened.page.waitForSelector('html[data-ready="true"]');
  return opened;
}

describe('the page', () => {
  test('speaks with the application and breaks no rule of its own policy', async () => {
    const { page, finish } = await openFixture();
    expect(await page.textContent('#state')).toBe('locked');
    expect(await page.title()).toBe('Vernebok');
    await finish();
  });

  test('may put in styles that carry its nonce, and no others', async () => {
    const { page, finish, complaints } = await openFixture();
    const colours = await page.evaluate(() => {
      const styled = (nonce: string | undefined) => {
        const style = document.createElement('style');
        if (nonce !== undefined) style.nonce = nonce;
        style.textContent = 'h1 { color: rgb(1, 2, 3) }';
        document.head.append(style);
        const colour = getComputedStyle(document.querySelector('h1') as Element).color;
        style.remove();
        return colour;
      };
      return [styled(undefined), styled('wrong'), styled(document.documentElement.dataset.nonce)];
    });
    expect(colours).toEqual(['rgb(10, 20, 30)', 'rgb(10, 20, 30)', 'rgb(1, 2, 3)']);
    expect(complaints.length).toBe(2);
    await finish({ complaints: /inline style/ });
  });

  test('runs no script that came with a text', async () => {
    const { page, finish } = await openFixture();
    const ran = await page.evaluate(async () => {
      const marks = window as unknown as { ran?: string[] };
      marks.ran = [];
      const area = document.createElement('div');
      area.innerHTML = '<img src="x" onerror="ran.push(\'handler\')"><a href="javascript:ran.push(\'link\')">x</a>';
      document.body.append(area);
      area.querySelector('a')?.click();
      const script = document.createElement('script');
      script.textContent = "ran.push('inline')";
      document.body.append(script);
      for (const src of ['data:text/javascript,ran.push("data")', 'https://example.com/x.js']) {
        document.body.append(Object.assign(document.createElement('script'), { src }));
      }
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      // Only now: what the driver runs itself is let past the policy for as long as it does not wait.
      try {
        marks.ran.push(String(new Function('return "eval"')()));
      } catch {
        // Refused, as it must be.
      }
      return marks.ran;
    });
    expect(ran).toEqual([]);
    await finish({ complaints: /Content.Security.Policy|404/ });
  });

  test('reaches no address: no script, picture, form, beacon, socket or worker gets out', async () => {
    const { page, refused, finish } = await openFixture();
    const got = await page.evaluate(async () => {
      const out = 'https://example.com/leak';
      const told = (work: () => unknown) =>
        Promise.resolve()
          .then(work)
          .then(
            (value) => (value === false ? 'refused' : 'passed'),
            () => 'refused',
          );
      const picture = new Image();
      const loaded = new Promise((resolve, reject) => Object.assign(picture, { onload: resolve, onerror: reject }));
      picture.src = out;
      const socket = () =>
        new Promise((resolve, reject) => {
          const opening = new WebSocket('wss://example.com/leak');
          Object.assign(opening, { onopen: resolve, onerror: reject });
        });
      const form = Object.assign(document.createElement('form'), { action: out, method: 'post' });
      document.body.append(form);
      form.submit();
      return {
        fetch: await told(() => fetch(out)),
        own: await told(() => fetch('/page.js')),
        picture: await told(() => loaded),
        socket: await told(socket),
        worker: await told(() => new Worker('/page.js')),
        peer: await told(() => new RTCPeerConnection().createOffer()),
      };
    });
    expect(got).toMatchObject({ fetch: 'refused', own: 'refused', picture: 'refused', socket: 'refused' });
    expect(refused).toEqual([]);
    expect(new URL(page.url()).origin).toBe(OURS);
    await finish({ complaints: /Content.Security.Policy/ });
  });

  test('has no permission and cannot ask for one', async () => {
    const { page, finish } = await openFixture();
    const states = await page.evaluate(async () => {
      const names = [
        'geolocation',
        'notifications',
        'camera',
        'microphone',
        'clipboard-read',
        'midi',
        'persistent-storage',
      ];
      const states = names.map((name) =>
        navigator.permissions.query({ name: name as PermissionName }).then(({ state }) => state),
      );
      return [...new Set(await Promise.all(states))];
    });
    expect(states).toEqual(['denied']);
    await finish({ complaints: /permissions policy/i });
  });

  test('stays where it is: no address, window or download takes its place', async () => {
    const { page, app, refused, finish } = await openFixture();
    const before = page.url();
    await page.evaluate(() => {
      location.href = 'https://example.com/away';
    });
    expect(await page.evaluate(() => window.open('https://example.com/popup'))).toBeNull();
    await page.evaluate(() => {
      const link = Object.assign(document.createElement('a'), { href: '/page.js', download: 'page.js' });
      document.body.append(link);
      link.click();
    });
    await expect.poll(() => refused.some((url) => url.endsWith('/away'))).toBe(true);
    expect(page.url()).toBe(before);
    expect(page.context().pages()).toHaveLength(1);
    expect(JSON.parse(await app.call('app.info', '{}'))).toMatchObject({ ok: true });
    await finish({ refused: /\/away$/, complaints: /sandbox|download|ERR_ABORTED/i });
  });
});

describe('the bridge', () => {
  // Chromium exposes a binding in every frame of the page, also in one whose text a script wrote.
  test('is not heard from a frame inside the page', async () => {
    const { page, finish } = await openFixture();
    const answer = await page.evaluate(async () => {
      const frame = document.createElement('iframe');
      frame.srcdoc = '<p>inside</p>';
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
      document.body.append(frame);
      await loaded;
      const inside = frame.contentWindow as unknown as Record<string, unknown> | null;
      const call = inside?.__vernebokCall;
      return {
        bridge: typeof inside?.vernebok,
        answer: typeof call === 'function' ? String(await call('app.info', '{}')) : null,
      };
    });
    expect(answer.bridge).toBe('undefined');
    expect([null, JSON.stringify({ ok: false, code: 'SENDER_REFUSED' })]).toContain(answer.answer);
    await finish({ complaints: /Content.Security.Policy/ });
  });

  test('is not there on another page, and what it exposes there is refused', async () => {
    const { page, app, finish } = await openFixture();
    await page.goto('about:blank');
    const answer = await page.evaluate(async () => {
      const call = (window as unknown as Record<string, unknown>).__vernebokCall;
      const bridge = typeof (window as unknown as Record<string, unknown>).vernebok;
      return { bridge, answer: typeof call === 'function' ? String(await call('app.info', '{}')) : null };
    });
    expect(answer).toEqual({ bridge: 'undefined', answer: JSON.stringify({ ok: false, code: 'SENDER_REFUSED' }) });
    expect(app.corePid).toBeNull();
    await finish();
  });

  test('knows only the routes of the contract and cannot be changed by the page', async () => {
    const { page, finish } = await openFixture();
    const answers = await page.evaluate(async () => {
      const bridge = (window as unknown as { vernebok: { invoke: (name: string, json: string) => Promise<string> } })
        .vernebok;
      const tried: string[] = [await bridge.invoke('core.open', '{}'), await bridge.invoke('toString', '{}')];
      for (const change of [
        () => Object.assign(bridge, { invoke: () => Promise.resolve('changed') }),
        () => Object.defineProperty(window, 'vernebok', { value: null }),
      ]) {
        try {
          change();
        } catch {
          tried.push('frozen');
        }
      }
      return tried;
    });
    expect(answers.slice(0, 2).map((json) => JSON.parse(json).code)).toEqual(['ROUTE_UNKNOWN', 'ROUTE_UNKNOWN']);
    expect(answers.slice(2)).toEqual(['frozen', 'frozen']);
    await finish();
  });
});

import type { AppInfo } from '#contract/app.ts';
import { useRoute } from '#renderer/client/hooks.ts';
import { setClockOffset } from '#renderer/ui/clock.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { ZoneContext } from '#renderer/ui/zone.ts';
import { Frame } from './frame/Frame.tsx';

/** The open book: who opened it and in which zone its times are meant. */
export function Session({ info }: { info: AppInfo }) {
  const session = useRoute('session.get', {});
  if (session.error)
    return (
      <main className="vb-alone">
        <ErrorNotice error={session.error} />
      </main>
    );
  if (!session.data) return null;
  // Before anything below it shows a time. The same answer gives the same clock, however often it is drawn.
  setClockOffset(session.data.nowAt - session.dataUpdatedAt);
  return (
    <ZoneContext value={session.data.zone}>
      <Frame info={info} session={session.data} />
    </ZoneContext>
  );
}

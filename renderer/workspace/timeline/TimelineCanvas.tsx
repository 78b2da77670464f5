import { type RefObject, useEffect, useRef } from 'react';
import {
  createTimeline,
  type Timeline,
  type TimelineData,
  type TimelineEvents,
  type TimelineOptions,
} from '#renderer/timeline/index.ts';

interface Props {
  /** Words, zone and first view; a change of its identity makes the timeline anew. */
  options: TimelineOptions;
  data: TimelineData;
  /** When the data were last read, ms UTC: also where they have stayed the same. */
  readAt: number;
  now: number;
  selectedId: string | null;
  /** Listeners; what they close over may change freely. */
  listeners: { readonly [K in keyof TimelineEvents]?: (event: TimelineEvents[K]) => void };
  /** As high as its lanes need, instead of as high as its place. */
  isFitted?: boolean;
  /** Holds the timeline while it is there, for the buttons around it. */
  handle?: RefObject<Timeline | null>;
}

/** The timeline engine in an element of its own: React gives it data and hears its events, nothing more. */
export function TimelineCanvas({ options, data, readAt, now, selectedId, listeners, isFitted = false, handle }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const timeline = useRef<Timeline | null>(null);
  const heard = useRef(listeners);
  heard.current = listeners;

  useEffect(() => {
    if (!host.current) return;
    const view = timeline.current?.getView();
    const made = createTimeline(host.current, view ? { ...options, view } : options);
    timeline.current = made;
    if (handle) handle.current = made;
    for (const name of EVENTS) made.on(name, (event) => heard.current[name]?.(event as never));
    // What is shown first is told like every later view.
    heard.current.view?.(made.getView());
    const stopFitting = isFitted ? fitToLanes(host.current) : null;
    const themes = new MutationObserver(() => made.refreshTheme());
    themes.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    return () => {
      stopFitting?.();
      themes.disconnect();
      if (handle) handle.current = null;
      made.destroy();
    };
  }, [options, isFitted, handle]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a timeline made anew needs its data again
  useEffect(() => timeline.current?.setData(data), [data, options]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same data, read once more
  useEffect(() => timeline.current?.confirmData(), [readAt]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  useEffect(() => timeline.current?.setNow(now), [now, options]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  useEffect(() => {
    if (timeline.current?.getSelected() !== selectedId) timeline.current?.select(selectedId);
  }, [selectedId, options, data]);

  return <div className="vb-timeline-host" ref={host} />;
}

/** Keeps the element as high as its axis and lanes together. Returns how to stop. */
function fitToLanes(host: HTMLElement): () => void {
  const content = host.querySelector<HTMLElement>('.timeline-content');
  const axis = host.querySelector<HTMLElement>('.timeline-strip--axis');
  if (!content || !axis) return () => undefined;
  const grow = () => {
    host.style.height = `${axis.offsetHeight + Number.parseFloat(content.style.height || '0')}px`;
  };
  const observer = new MutationObserver(grow);
  observer.observe(content, { attributes: true, attributeFilter: ['style'] });
  grow();
  return () => observer.disconnect();
}

const EVENTS = ['view', 'select', 'open', 'edit', 'cluster', 'window', 'context', 'collapse'] as const;

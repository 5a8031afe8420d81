export interface StreamHandlers {
  /** A named event arrived, or (`open`) the stream stands, for the first time or again. */
  readonly on: (event: string, data: string) => void;
  readonly connected: (connected: boolean) => void;
}

/**
 * Server-sent events that come back by themselves. A hidden tab lets go of its connection: a browser opens six to one
 * server and no more, and a seventh page would hang.
 */
export function openStream(url: string, names: readonly string[], handlers: StreamHandlers): void {
  let source: EventSource | undefined;
  const open = () => {
    if (source || document.hidden) return;
    source = listen(url, names, handlers);
  };
  const close = () => {
    source?.close();
    source = undefined;
  };
  document.addEventListener('visibilitychange', () => (document.hidden ? close() : open()));
  open();
}

function listen(url: string, names: readonly string[], { on, connected }: StreamHandlers): EventSource {
  const source = new EventSource(url);
  source.onopen = () => {
    connected(true);
    on('open', '');
  };
  source.onerror = () => connected(false);
  for (const name of names) source.addEventListener(name, (event) => on(name, String(event.data)));
  return source;
}

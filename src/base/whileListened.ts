import type { Disposable } from "./disposable.ts";
import type { Event } from "./event.ts";

/** The event, with work that goes on while it has listeners: `begin` starts it, and what it returns ends it. */
export function whileListened<T>(event: Event<T>, begin: () => Disposable): Event<T> {
  const subscriptions = new Set<Disposable>();
  let work: Disposable | undefined;
  return (listener) => {
    const subscription = event(listener);
    subscriptions.add(subscription);
    work ??= begin();
    return {
      dispose: () => {
        subscription.dispose();
        subscriptions.delete(subscription);
        if (subscriptions.size > 0) return;
        work?.dispose();
        work = undefined;
      },
    };
  };
}

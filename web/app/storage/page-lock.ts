/**
 * Locks that a page holds while it is open, so that other pages know when it is closed. If the browser has no locks
 * (they need a secure origin), every other page counts as closed.
 */

export function holdWhileOpen(name: string): void {
  // Settles only when the page is closed, or immediately in a sandbox that refuses locks. Such a page cannot store
  // anything either.
  locks()
    ?.request(name, () => new Promise<void>(() => {}))
    .catch(() => {});
}

/** Runs `task` when no page holds the lock. Other waiting tasks run after it. */
export async function whenReleased(name: string, task: () => Promise<void>): Promise<void> {
  const manager = locks();
  await (manager === undefined ? task() : manager.request(name, task));
}

function locks(): LockManager | undefined {
  return isSecureContext ? navigator.locks : undefined;
}

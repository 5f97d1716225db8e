/**
 * Names that a page holds while it is open, so that other pages know when it is gone. Where the browser has no locks
 * (they need a secure origin), every other page counts as gone.
 */

export function holdWhileOpen(name: string): void {
  // Settles only when the page goes, or at once in a sandbox that refuses locks; such a page cannot store anything
  // either.
  locks()
    ?.request(name, () => new Promise<void>(() => {}))
    .catch(() => {});
}

/** Runs `task` once nobody holds the name; other waiting tasks come after it. */
export async function whenReleased(name: string, task: () => Promise<void>): Promise<void> {
  const manager = locks();
  await (manager === undefined ? task() : manager.request(name, task));
}

function locks(): LockManager | undefined {
  return isSecureContext ? navigator.locks : undefined;
}

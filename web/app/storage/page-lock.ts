/**
 * Names that a page holds for as long as it is open, so that others know when it is gone. Where the browser has no locks
 * (they need a secure origin), every other page counts as gone.
 */

export function holdWhileOpen(name: string): void {
  // Settles only when the page goes, or at once in a sandbox that refuses locks; such a page can store nothing either.
  locks()
    ?.request(name, () => new Promise<void>(() => {}))
    .catch(() => {});
}

/** Runs `task` once nobody holds the name; others that wait for it come after. */
export async function whenReleased(name: string, task: () => Promise<void>): Promise<void> {
  const manager = locks();
  await (manager === undefined ? task() : manager.request(name, task));
}

function locks(): LockManager | undefined {
  return isSecureContext ? navigator.locks : undefined;
}

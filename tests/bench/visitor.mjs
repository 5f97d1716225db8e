// A visitor who has been here before: no dialogue asks where to start.

/** @typedef {'watch' | 'fastest' | number} Speed */

/**
 * Sets what the page would have stored, before its first script runs.
 * @param {import('@playwright/test').Page | import('@playwright/test').BrowserContext} where @param {Speed} speed
 */
export function visitAgain(where, speed) {
  return where.addInitScript(
    (preferences) => {
      localStorage.setItem('minifactory.preferences.1', JSON.stringify(preferences));
    },
    { speed, isWelcomed: true },
  );
}

/**
 * Which keys a part of the element uses itself. Slide decks and course platforms listen to keys on the document: arrow
 * keys turn the slide, a full stop blanks the screen. A key that is used inside must not reach them.
 */

/** Keys that leave whatever is focused, and belong to the page unless something inside has handled them. */
const OF_PAGE = /^(?:Tab|Escape|F\d+|Shift|Control|Alt|Meta|CapsLock)$/;
const PRESS = /^(?:Enter| )$/;
const MOVE = /^(?:Arrow(?:Up|Down|Left|Right)|Home|End|PageUp|PageDown)$/;

/** Controls that are pressed; arrow keys do nothing in them. */
const PRESSED = 'button, summary, a[href], input:is([type="button"], [type="submit"], [type="reset"])';
const PRESSED_ROLE = /^(?:button|link)$/;
/** Controls without text: keys press them or move in them. */
const MOVED = 'input:is([type="checkbox"], [type="radio"], [type="range"], [type="color"], [type="file"])';
const WRITTEN = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])';

/** Whether the focused element `target` uses this key. Keys with a modifier are used by text fields only. */
export function usesKey(target: Element, { key, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  if (OF_PAGE.test(key)) return false;
  if (target.matches(WRITTEN) && !target.matches(MOVED) && !target.matches(PRESSED)) return true;
  if (ctrlKey || altKey || metaKey) return false;
  const role = target.getAttribute('role');
  if (target.matches(PRESSED) ? !isMovedIn(role) : role !== null && PRESSED_ROLE.test(role)) return PRESS.test(key);
  // Sliders, diagrams, tables, tabs and what scrolls.
  return PRESS.test(key) || MOVE.test(key);
}

/** A tab or an option is a button, and arrow keys move between them. */
function isMovedIn(role: string | null): boolean {
  return role !== null && !PRESSED_ROLE.test(role);
}

/** Lets no key that is used inside `element` go beyond it. */
export function keepKeys(element: HTMLElement): void {
  /** Codes of the keys that are down and whose press was used. */
  const down = new Set<string>();
  const keep = (event: KeyboardEvent): void => {
    const path = event.composedPath();
    const [target] = path;
    if (!(target instanceof Element) || target === element) return;
    const isUsed = event.defaultPrevented || usesKey(target, event) || closes(event.key, path);
    if (event.type === 'keydown') down[isUsed ? 'add' : 'delete'](event.code);
    const isOfPress = event.type === 'keyup' ? down.delete(event.code) : down.has(event.code);
    if (isUsed || isOfPress) event.stopPropagation();
  };
  for (const type of ['keydown', 'keypress', 'keyup'] as const) element.addEventListener(type, keep);
}

/** The browser closes open dialogues and popovers with Escape. */
function closes(key: string, path: readonly EventTarget[]): boolean {
  return (
    key === 'Escape' && path.some((part) => part instanceof Element && part.matches('dialog[open], :popover-open'))
  );
}

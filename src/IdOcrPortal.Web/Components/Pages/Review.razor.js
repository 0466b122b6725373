/** Puts the focus where the work goes on. */
export function focus(selector) {
  const element = document.querySelector(selector);
  element?.focus();
  element?.scrollIntoView({ block: 'nearest' });
}

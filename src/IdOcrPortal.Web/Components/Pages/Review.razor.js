/** On arrival, the focus goes to the heading; whoever has gone on to something already stays there. */
export function arrive() {
  if (!document.activeElement || document.activeElement === document.body) focus('h1');
}

/** Puts the focus where the work goes on. */
export function focus(selector) {
  const element = document.querySelector(selector);
  element?.focus();
  element?.scrollIntoView({ block: 'nearest' });
}

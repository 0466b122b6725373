// Draws the card of one picture on the upload page. What it says and offers is decided by the page's script.

function make(tag, className, text) {
  const element = document.createElement(tag);
  element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}

function icon(name) {
  const element = make('i', 'rzi notranslate', name);
  element.setAttribute('aria-hidden', 'true');
  return element;
}

/**
 * Draws the item's card, and puts a new one on top of the list.
 * @param {Array<[string, string, () => void]>} actions Label, icon and what happens.
 */
export function drawCard(item, list, actions, isUnderWay) {
  if (!item.card) {
    const card = make('li', 'upload-card');
    const bar = document.createElement('progress');
    bar.max = 1;
    bar.setAttribute('aria-label', `Sent of ${item.name}`);
    item.parts = { name: make('span', 'name', item.name), state: make('span', 'badge state'), facts: make('span', 'facts'), bar, text: make('p', 'text'), actions: make('div', 'actions') };
    item.parts.name.title = item.name;
    item.parts.name.dir = 'auto';
    card.append(item.parts.name, item.parts.state, item.parts.facts, bar, item.parts.text, item.parts.actions);
    item.card = card;
  }
  if (item.card.parentElement !== list) list.prepend(item.card);

  const { state, facts, bar, text, actions: buttons } = item.parts;
  item.card.className = `upload-card ${item.tone === 'danger' || item.tone === 'warning' ? item.tone : ''}`;
  item.card.dataset.state = item.state;
  state.className = `badge state ${item.tone}`;
  state.replaceChildren(icon(item.icon), item.word);
  facts.textContent = [item.shortId && `Document ${item.shortId}`, item.facts?.summary].filter(Boolean).join(' · ');
  bar.hidden = !isUnderWay;
  if (!bar.hidden) bar.value = item.progress;
  text.textContent = item.text ?? '';

  // Buttons are rebuilt only when the state changes: progress must not take the focus from "Cancel".
  const drawn = `${item.state} ${item.retake ?? false}`;
  if (item.drawn !== drawn) {
    item.drawn = drawn;
    buttons.replaceChildren(...actions.map(([label, symbol, act]) => {
      const button = make('button', 'button small');
      button.type = 'button';
      button.append(icon(symbol), label);
      button.addEventListener('click', act);
      return button;
    }));
  }
}

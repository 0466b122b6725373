// What every page shares and no circuit has to know of: appearance, time zone, keys. Loaded once, as a module.

const year = 60 * 60 * 24 * 365;
const remember = (name, value) => {
  document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=${year}; samesite=lax${location.protocol === 'https:' ? '; secure' : ''}`;
};

remember('zone', Intl.DateTimeFormat().resolvedOptions().timeZone ?? 'UTC');

// --- Appearance: both themes are linked, the media attribute says which one holds.

const dark = matchMedia('(prefers-color-scheme: dark)');
const appearance = () => document.documentElement.dataset.appearance || (dark.matches ? 'dark' : 'light');

function wear(name) {
  document.documentElement.dataset.appearance = name;
  for (const link of document.querySelectorAll('link[data-theme]')) {
    link.media = link.dataset.theme === name ? 'all' : 'not all';
  }
  remember('appearance', name);
}

// --- Keys: an element says which key presses it (data-key), which key it is gone to by (data-go), or that it is a row (data-row).

const keysOff = 'single-keys-off';
const mayRepeat = new Set(['+', '-', 'j', 'k', '[', ']']);
const decisions = new Set(['a', 'x', 'u']);
const afterDecision = 1000; // ms
const entered = 'input:not([type=checkbox],[type=radio],[type=button],[type=submit]), textarea, select';
let goPending = 0;
let decidedAt = -Infinity;

const isTyping = target =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches(`${entered}, [role=listbox], [role=combobox], .rz-dropdown *`));

const isShown = element => element.checkVisibility?.({ visibilityProperty: true }) ?? element.offsetParent !== null;

function openDialog() {
  const dialogs = [...document.querySelectorAll('dialog[open], .rz-dialog, .rz-dialog-side')].filter(isShown);
  return dialogs.at(-1);
}

function find(attribute, key) {
  const scope = openDialog() ?? document;
  return [...scope.querySelectorAll(`[${attribute}]`)].find(element => element.getAttribute(attribute) === key && isShown(element));
}

function moveRow(step) {
  const rows = [...document.querySelectorAll('[data-row]')].filter(isShown);
  if (rows.length === 0) return false;
  const at = rows.findIndex(row => row === document.activeElement || row.closest('tr')?.contains(document.activeElement));
  const next = at < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.min(Math.max(at + step, 0), rows.length - 1);
  rows[next].focus();
  rows[next].scrollIntoView({ block: 'nearest' });
  return true;
}

function moveAttention(step) {
  const fields = [...document.querySelectorAll('[data-attention]')].filter(isShown);
  if (fields.length === 0) return false;
  const here = document.activeElement?.closest('[data-field]');
  let at = here ? fields.indexOf(here) : -1;
  if (here && at < 0) {
    // From a field that needs nothing: the nearest one in that direction.
    at = fields.findLastIndex(field => here.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_PRECEDING) + (step < 0 ? 1 : 0);
  }
  fields[(at + step + fields.length) % fields.length].focus();
  return true;
}

/** Whether a decision by key may be taken: its document's picture is there to be seen, and it isn't the second half of a double press. */
function mayDecide(event) {
  const picture = document.querySelector('.viewer [data-stage] img');
  return !picture || (picture.matches('.ready') && event.timeStamp - decidedAt > afterDecision);
}

document.addEventListener('keydown', event => {
  // A held Enter would run on from the field it confirms to the next, and from the last of them into "Approve", which the browser clicks by itself.
  if (event.repeat && event.key === 'Enter' && !(event.target instanceof HTMLElement && (event.target.isContentEditable || event.target.matches('textarea')))) { event.preventDefault(); return; }
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Escape' && isTyping(event.target) && !openDialog()) { event.target.blur(); return; }
  if (isTyping(event.target)) return;

  if (event.key === 'Enter') {
    const confirm = event.target instanceof HTMLElement && event.target.matches('[data-field]') && event.target.querySelector('[data-confirm]');
    if (confirm) { event.preventDefault(); confirm.click(); }
    return;
  }

  if (event.repeat && !mayRepeat.has(event.key)) return;
  if (localStorage.getItem(keysOff) === '1' && event.key !== '?') return;

  let done = false;
  if (event.timeStamp < goPending) {
    goPending = 0;
    const link = [...document.querySelectorAll('[data-go]')].find(element => element.dataset.go === event.key);
    if (link) { link.click(); done = true; }
  } else if (event.key === '?') { showHelp(); done = true; }
  else if (event.key === 'g' && !openDialog()) { goPending = event.timeStamp + 1500; done = true; }
  else {
    const pressed = find('data-key', event.key);
    if (pressed) {
      // A disabled button says why in its place; the key leads there.
      if (pressed.matches(':disabled, [aria-disabled=true]')) document.querySelector(`[data-blocker~="${CSS.escape(event.key)}"]`)?.focus();
      else if (pressed.matches(entered)) pressed.focus();
      else if (!pressed.closest('.decision') || !decisions.has(event.key)) pressed.click();
      else if (mayDecide(event)) { decidedAt = event.timeStamp; pressed.click(); }
      done = true;
    } else if (!openDialog()) {
      if (event.key === 'j' || event.key === 'k') done = moveRow(event.key === 'j' ? 1 : -1);
      else if (event.key === ']' || event.key === '[') done = moveAttention(event.key === ']' ? 1 : -1);
    }
  }
  if (done) event.preventDefault();
});

function showHelp() {
  document.querySelector('dialog.key-help')?.remove();
  const dialog = document.createElement('dialog');
  dialog.className = 'key-help';
  dialog.setAttribute('aria-label', 'Keys of this page');
  const title = document.createElement('h2');
  title.textContent = 'Keys of this page';
  const list = document.createElement('dl');
  const add = (keys, text) => {
    const term = document.createElement('dt');
    for (const key of keys) {
      const cap = document.createElement('kbd');
      cap.textContent = key;
      term.append(cap, ' ');
    }
    const meaning = document.createElement('dd');
    meaning.textContent = text;
    list.append(term, meaning);
  };
  const seen = new Set();
  for (const element of document.querySelectorAll('[data-key]')) {
    const label = element.dataset.keyLabel ?? element.getAttribute('aria-label') ?? element.textContent.trim();
    if (isShown(element) && !seen.has(element.dataset.key)) { seen.add(element.dataset.key); add([element.dataset.key], label); }
  }
  if (document.querySelector('[data-row]')) { add(['j', 'k'], 'Next and previous row'); add(['Enter'], 'Open the row'); }
  if (document.querySelector('[data-field]')) { add([']', '['], 'Next and previous field that needs attention'); add(['Enter'], 'Confirm the field and go on'); }
  for (const link of document.querySelectorAll('[data-go]')) add(['g', link.dataset.go], `Go to ${link.querySelector('span').textContent}`);
  add(['?'], 'This list'); add(['Esc'], 'Close, or leave a text field');
  const choice = document.createElement('label');
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.checked = localStorage.getItem(keysOff) !== '1';
  box.addEventListener('change', () => localStorage.setItem(keysOff, box.checked ? '0' : '1'));
  choice.append(box, ' Single keys are on');
  const close = document.createElement('button');
  close.className = 'button';
  close.textContent = 'Close';
  close.addEventListener('click', () => dialog.close());
  const foot = document.createElement('footer');
  foot.append(choice, close);
  dialog.append(title, list, foot);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

document.addEventListener('click', event => {
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest('[data-appearance-toggle]')) wear(appearance() === 'dark' ? 'light' : 'dark');
  if (target?.closest('[data-key-help]')) showHelp();
  if (target?.closest('[data-reload]')) location.reload();
  const way = target?.closest('[data-goto]');
  if (way) {
    const place = document.getElementById(way.dataset.goto);
    place?.focus();
    place?.scrollIntoView({ block: 'center' });
  }
  const copy = target?.closest('[data-copy]');
  if (copy) navigator.clipboard?.writeText(copy.dataset.copy).then(() => { copy.dataset.copied = ''; setTimeout(() => delete copy.dataset.copied, 1500); });
  const fill = target?.closest('[data-fill-user]');
  if (fill) {
    document.getElementById('user-name').value = fill.dataset.fillUser;
    document.getElementById('password').value = fill.dataset.fillPassword;
    document.getElementById('sign-in-button').focus();
  }
});

// Sends pictures, one POST for each, three at a time. The list lives in this module, not in the page: leaving the page and coming
// back, or losing the circuit, stops nothing. What a picture is, is checked here for the sake of a quick answer; the server checks again.

import { inspect } from '/js/picture-checks.js';

const atOnce = 3;
const items = [];
let page = null;      // { root, server, controller } while the upload page is open

const newId = () => crypto.randomUUID?.() ?? '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, c =>
  (c ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (c / 4)))).toString(16));

export function enter(root, server) {
  const controller = new AbortController();
  const on = (target, type, handler) => target.addEventListener(type, handler, { signal: controller.signal });
  page = { root, server, controller };

  const files = root.querySelector('[data-files]');
  const camera = root.querySelector('[data-camera]');
  for (const input of [files, camera]) {
    on(input, 'change', () => { add([...input.files]); input.value = ''; });
  }
  on(root, 'click', event => {
    if (event.target.closest('[data-choose-files]')) files.click();
    else if (event.target.closest('[data-take-photo]')) camera.click();
    else if (event.target.closest('[data-retake]')) (matchMedia('(pointer: coarse)').matches ? camera : files).click();
    else if (event.target.closest('[data-clear]')) clearFinished();
  });

  const type = root.querySelector('[data-document-type]');
  const chosen = localStorage.getItem('document-type');
  if (chosen && [...type.options].some(option => option.value === chosen)) type.value = chosen;
  on(type, 'change', () => localStorage.setItem('document-type', type.value));

  let depth = 0;
  const hasFiles = event => event.dataTransfer?.types.includes('Files');
  on(document, 'dragenter', event => { if (hasFiles(event)) { event.preventDefault(); depth++; document.body.classList.add('dragging'); } });
  on(document, 'dragover', event => { if (hasFiles(event)) event.preventDefault(); });
  on(document, 'dragleave', event => { if (hasFiles(event) && --depth <= 0) { depth = 0; document.body.classList.remove('dragging'); } });
  on(document, 'drop', event => {
    depth = 0;
    document.body.classList.remove('dragging');
    if (hasFiles(event)) { event.preventDefault(); add([...event.dataTransfer.files]); }
  });
  on(document, 'paste', event => {
    const pasted = [...(event.clipboardData?.files ?? [])];
    if (pasted.length > 0) { event.preventDefault(); add(pasted); }
  });

  for (const item of items) draw(item);
  // Who is quick has chosen before this script was there.
  for (const input of [files, camera]) {
    if (input.files.length > 0) { add([...input.files]); input.value = ''; }
  }
  drawOverall();
  follow(items.filter(item => item.documentId).map(item => item.documentId));
}

export function leave() {
  page?.controller.abort();
  document.body.classList.remove('dragging');
  page = null;
}

/** States from the server, for cards whose picture is stored. */
export function show(states) {
  for (const state of states) {
    for (const item of items.filter(candidate => candidate.documentId === state.documentId)) {
      Object.assign(item, { state: 'stored', word: state.word, icon: state.icon, tone: state.tone, text: state.outcome, retake: state.retake, shortId: state.shortId });
      draw(item);
    }
  }
}

function add(files) {
  const documentType = page?.root.querySelector('[data-document-type]')?.value ?? '';
  for (const file of files) {
    const item = { file, name: file.name || 'pasted picture', uploadId: newId(), documentType, sendAnyway: false };
    items.push(item);
    check(item);
  }
}

async function check(item) {
  update(item, { state: 'checking', word: 'Checking', icon: 'search', tone: '' });
  let facts;
  try {
    facts = await inspect(item.file);
  } catch {
    update(item, { state: 'refused', word: 'Not sent', icon: 'block', tone: 'danger', text: 'The file cannot be opened. Choose it again.' });
    return;
  }
  item.facts = facts;
  if (facts.problem) {
    update(item, { state: 'refused', word: 'Not sent', icon: 'block', tone: 'danger', text: facts.problem });
  } else {
    update(item, { state: 'waiting', word: 'Waiting', icon: 'schedule', tone: '', text: facts.advice ?? '' });
    sendNext();
  }
}

function sendNext() {
  const free = atOnce - items.filter(item => item.state === 'sending').length;
  for (const item of items.filter(candidate => candidate.state === 'waiting').slice(0, Math.max(free, 0))) send(item);
}

function send(item) {
  const request = new XMLHttpRequest();
  item.request = request;
  update(item, { state: 'sending', progress: 0, word: 'Sending 0 %', icon: 'upload', tone: 'info' });
  request.open('POST', '/api/uploads');
  request.setRequestHeader('X-Upload-Id', item.uploadId);
  request.setRequestHeader('X-File-Name', encodeURIComponent(item.name));
  request.setRequestHeader('X-Document-Type', item.documentType);
  request.setRequestHeader('X-Send-Anyway', item.sendAnyway ? 'true' : 'false');
  request.setRequestHeader('RequestVerificationToken', document.querySelector('meta[name=request-token]')?.content ?? '');
  request.setRequestHeader('Content-Type', 'application/octet-stream');
  request.upload.addEventListener('progress', event => {
    if (!event.lengthComputable) return;
    const part = event.loaded / event.total;
    update(item, { progress: part, word: part < 1 ? `Sending ${Math.floor(part * 100)} %` : 'Storing' });
  });
  request.addEventListener('load', () => answered(item, request));
  request.addEventListener('error', () => failed(item, 'The connection broke. Nothing is lost: send it again.'));
  request.addEventListener('abort', () => update(item, { state: 'cancelled', word: 'Cancelled', icon: 'cancel', tone: '', text: '' }));
  request.addEventListener('loadend', () => { item.request = null; sendNext(); });
  request.send(item.file);
}

function answered(item, request) {
  let answer = null;
  try { answer = JSON.parse(request.responseText); } catch { /* Not ours: told below by the status. */ }
  if (request.status === 201 && answer?.documentId) {
    item.file = null;
    update(item, { state: 'stored', documentId: answer.documentId, shortId: answer.shortId, word: 'Stored', icon: 'task_alt', tone: '', text: '' });
    follow([answer.documentId]);
  } else if (request.status === 200 && answer?.duplicate) {
    const sentAt = answer.sentAt ? new Date(answer.sentAt).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' }) : 'earlier';
    update(item, { state: 'duplicate', existing: answer, word: 'Sent before', icon: 'file_copy', tone: 'warning', text: `You sent this on ${sentAt}, document ${answer.shortId}.` });
  } else if (answer?.message && request.status < 500 && request.status !== 429 && request.status !== 408) {
    update(item, { state: 'refused', word: 'Not stored', icon: 'block', tone: 'danger', text: answer.message });
  } else if (answer?.message) {
    failed(item, answer.message);
  } else if (request.status === 200 || request.status === 401 || request.status === 403) {
    failed(item, 'Your session has ended. Sign in again in another tab, then send it again.');
  } else if (request.status === 413) {
    update(item, { state: 'refused', word: 'Not stored', icon: 'block', tone: 'danger', text: 'The file is larger than 10 MB. Send it as JPEG, or with fewer pixels.' });
  } else {
    failed(item, `The portal could not store it (answer ${request.status}). Send it again; if that does not help, reload the page.`);
  }
}

const failed = (item, text) => update(item, { state: 'failed', word: 'Not sent', icon: 'error', tone: 'danger', text });

function follow(documentIds) {
  // Without a circuit there is nobody to ask; enter() asks again when the page is back.
  if (documentIds.length > 0) page?.server.invokeMethodAsync('FollowAsync', documentIds).catch(() => {});
}

function update(item, change) {
  Object.assign(item, change);
  draw(item);
  drawOverall();
}

function remove(item) {
  items.splice(items.indexOf(item), 1);
  item.card?.remove();
  drawOverall();
}

function clearFinished() {
  for (const item of items.filter(candidate => ['stored', 'refused', 'cancelled'].includes(candidate.state))) remove(item);
}

const actions = {
  sending: item => [['Cancel', 'close', () => item.request?.abort()]],
  waiting: item => [['Remove', 'delete', () => remove(item)]],
  failed: item => [['Send again', 'refresh', () => { update(item, { state: 'waiting', word: 'Waiting', icon: 'schedule', tone: '', text: '' }); sendNext(); }], ['Remove', 'delete', () => remove(item)]],
  cancelled: item => actions.failed(item),
  refused: item => [['Remove', 'delete', () => remove(item)]],
  duplicate: item => [
    ['Use existing', 'check', () => { item.file = null; update(item, { state: 'stored', documentId: item.existing.documentId, shortId: item.existing.shortId, word: 'Stored', icon: 'task_alt', tone: '', text: '' }); follow([item.documentId]); }],
    ['Send anyway', 'send', () => { update(item, { sendAnyway: true, state: 'waiting', word: 'Waiting', icon: 'schedule', tone: '', text: '' }); sendNext(); }]],
};

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

function draw(item) {
  const list = page?.root.querySelector('[data-cards]');
  if (!list) return;
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
  bar.hidden = item.state !== 'sending';
  if (!bar.hidden) bar.value = item.progress;
  text.textContent = item.text ?? '';

  // Buttons are rebuilt only when the state changes: progress must not take the focus from "Cancel".
  if (item.drawn !== item.state) {
    item.drawn = item.state;
    buttons.replaceChildren(...(actions[item.state]?.(item) ?? []).map(([label, symbol, act]) => {
      const button = make('button', 'button small');
      button.type = 'button';
      button.append(icon(symbol), label);
      button.addEventListener('click', act);
      return button;
    }));
  }
}

function drawOverall() {
  const section = page?.root.querySelector('[data-sending]');
  if (!section) return;
  section.hidden = items.length === 0;
  const stored = items.filter(item => item.state === 'stored').length;
  const text = `${stored} of ${items.length} stored`;
  const status = section.querySelector('[data-overall-text]');
  if (status.textContent !== text) status.textContent = text;
  section.querySelector('[data-overall]').value = items.length === 0 ? 0
    : items.reduce((sum, item) => sum + (item.state === 'stored' ? 1 : item.state === 'sending' ? item.progress * 0.9 : 0), 0) / items.length;
}

addEventListener('beforeunload', event => {
  if (items.some(item => ['checking', 'waiting', 'sending'].includes(item.state))) event.preventDefault();
});

// Sends pictures, one POST for each, three at a time. The list lives in this module, not in the page: leaving the page and coming
// back, or losing the circuit, stops nothing. What a picture is, is checked here for the sake of a quick answer; the server checks again.

import { inspect } from '/js/picture-checks.js';
import { drawCard } from '/js/upload-card.js';

const atOnce = 3;
const items = [];
const open = ['checking', 'waiting', 'sending', 'storing', 'failed'];   // what is lost with the page
const underWay = ['sending', 'storing'];
const quotaDefault = 30;    // seconds, where an answer 429 does not say
let page = null;      // { root, server, controller } while the upload page is open
let heldUntil = 0;    // nothing is sent before, as the server asked
let heldTimer = 0;

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
    else if (event.target.closest('[data-retake]')) retake();
    else if (event.target.closest('[data-clear]')) clearFinished();
    else if (event.target.closest('[data-send-specimen]')) sendSpecimen(event.target.closest('[data-send-specimen]'));
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

  // What changed while the connection was lost was told to nobody: ask once it is back.
  const connection = document.getElementById('components-reconnect-modal');
  if (connection) {
    let lost = false;
    const watch = new MutationObserver(() => {
      const hidden = connection.classList.contains('components-reconnect-hide');
      if (lost && hidden) followAll();
      lost = !hidden && /\bcomponents-reconnect-/.test(connection.className);
    });
    watch.observe(connection, { attributes: true, attributeFilter: ['class'] });
    controller.signal.addEventListener('abort', () => watch.disconnect());
  }

  for (const specimen of root.querySelectorAll('[data-send-specimen]')) specimen.disabled = false;
  for (const item of items) draw(item);
  // Who is quick has chosen before this script was there.
  for (const input of [files, camera]) {
    if (input.files.length > 0) { add([...input.files]); input.value = ''; }
  }
  drawOverall();
  followAll();
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

function add(files, type) {
  const documentType = type ?? page?.root.querySelector('[data-document-type]')?.value ?? '';
  for (const file of files) {
    const item = { file, name: file.name || 'pasted picture', uploadId: newId(), documentType, sendAnyway: false };
    items.push(item);
    check(item);
  }
}

/** A specimen goes the way of every picture: fetched as the file that its link downloads, then checked and sent. */
async function sendSpecimen(button) {
  const name = button.dataset.sendSpecimen;
  const types = page.root.querySelector('[data-document-type]');
  const readable = [...types.options].some(option => option.value === button.dataset.specimenType && !option.disabled);
  button.disabled = true;
  try {
    const answer = await fetch(`/specimens/${name}`);
    if (!answer.ok) throw new Error();
    add([new File([await answer.blob()], name, { type: 'image/jpeg' })], readable ? button.dataset.specimenType : '');
    page?.root.querySelector('[data-sending]').scrollIntoView({ block: 'nearest' });
  } catch {
    button.replaceChildren('Not available: reload the page');
    return;
  }
  button.disabled = false;
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
  if (Date.now() < heldUntil) return;
  const free = atOnce - items.filter(item => underWay.includes(item.state)).length;
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
    update(item, part < 1 ? { progress: part, word: `Sending ${Math.floor(part * 100)} %` } : { state: 'storing', progress: 1, word: 'Storing…' });
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
  } else if (request.status === 401 || (request.status === 403 && !answer?.message) || request.status === 200) {
    failed(item, 'Your session has ended. Sign in again in another tab, then send it again.');
  } else if (request.status === 403) {
    failed(item, answer.message);
  } else if (request.status === 429) {
    hold(item, Number(request.getResponseHeader('Retry-After')) || quotaDefault, answer?.message);
  } else if (answer?.code === 'upload.token') {
    item.staleToken = true;
    failed(item, 'This page is out of date, or you signed in anew. Send it again.');
  } else if (answer?.code === 'upload.incomplete') {
    failed(item, answer.message);
  } else if (answer?.message && request.status < 500 && request.status !== 408) {
    update(item, { state: 'refused', word: 'Not stored', icon: 'block', tone: 'danger', text: answer.message });
  } else if (answer?.message) {
    failed(item, answer.message);
  } else if (request.status === 413) {
    update(item, { state: 'refused', word: 'Not stored', icon: 'block', tone: 'danger', text: 'The file is larger than 10 MB. Send it as JPEG, or with fewer pixels.' });
  } else {
    failed(item, `The portal could not store it (answer ${request.status}). Send it again; if that does not help, reload the page.`);
  }
}

/** The server asks to wait: it is asked again by itself, once the time is over. */
function hold(item, seconds, reason) {
  heldUntil = Math.max(heldUntil, Date.now() + seconds * 1000);
  const until = new Date(heldUntil);
  const when = until.toLocaleString(undefined, until.toDateString() === new Date().toDateString() ? { timeStyle: 'medium' } : { dateStyle: 'medium', timeStyle: 'short' });
  update(item, { state: 'waiting', word: 'Waiting', icon: 'schedule', tone: 'warning', text: `${reason ?? 'The portal takes no more pictures at the moment.'} It is sent by itself at ${when}; keep this page open.` });
  clearTimeout(heldTimer);
  // A timer holds 24 days at most; a quota never lasts as long.
  heldTimer = setTimeout(sendNext, Math.min(heldUntil - Date.now() + 250, 2 ** 31 - 1));
}

/** Sends once more. A token that went stale is fetched anew first, so that the chosen file outlives a new sign-in. */
async function sendAgain(item) {
  update(item, { state: 'waiting', word: 'Waiting', icon: 'schedule', tone: '', text: '' });
  if (item.staleToken) {
    item.staleToken = false;
    item.state = 'checking';
    try {
      const answer = await fetch('/upload', { cache: 'no-store' });
      const token = answer.ok && !answer.redirected && new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('meta[name=request-token]')?.content;
      const here = document.querySelector('meta[name=request-token]');
      if (token && here) here.content = token;
    } catch { /* No connection: the attempt below tells so on the card. */ }
    if (!items.includes(item)) return;
    update(item, { state: 'waiting' });
  }
  sendNext();
}

const failed = (item, text) => update(item, { state: 'failed', word: 'Not sent', icon: 'error', tone: 'danger', text });

function follow(documentIds) {
  // Without a circuit there is nobody to ask; enter() asks again when the page is back.
  if (documentIds.length > 0) page?.server.invokeMethodAsync('FollowAsync', documentIds).catch(() => {});
}

const followAll = () => follow(items.filter(item => item.documentId).map(item => item.documentId));

function retake() {
  page?.root.querySelector(matchMedia('(pointer: coarse)').matches ? '[data-camera]' : '[data-files]').click();
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
  failed: item => [['Send again', 'refresh', () => sendAgain(item)], ['Remove', 'delete', () => remove(item)]],
  cancelled: item => actions.failed(item),
  stored: item => item.retake ? [['Retake', 'photo_camera', retake]] : [],
  refused: item => [['Remove', 'delete', () => remove(item)]],
  duplicate: item => [
    ['Use existing', 'check', () => { item.file = null; update(item, { state: 'stored', documentId: item.existing.documentId, shortId: item.existing.shortId, word: 'Stored', icon: 'task_alt', tone: '', text: '' }); follow([item.documentId]); }],
    ['Send anyway', 'send', () => { update(item, { sendAnyway: true, state: 'waiting', word: 'Waiting', icon: 'schedule', tone: '', text: '' }); sendNext(); }]],
};

function draw(item) {
  const list = page?.root.querySelector('[data-cards]');
  if (list) drawCard(item, list, actions[item.state]?.(item) ?? [], underWay.includes(item.state));
}

const partDone = item => ({ sending: item.progress * 0.9, storing: 0.9, checking: 0, waiting: 0 })[item.state] ?? 1;
let announced = 0;    // quarters of the whole

function drawOverall() {
  const section = page?.root.querySelector('[data-sending]');
  if (!section) return;
  section.hidden = items.length === 0;
  const stored = items.filter(item => item.state === 'stored').length;
  const text = `${stored} of ${items.length} stored`;
  const status = section.querySelector('[data-overall-text]');
  if (status.textContent !== text) status.textContent = text;
  section.querySelector('[data-overall]').value = items.length === 0 ? 0
    : items.reduce((sum, item) => sum + (item.state === 'stored' || underWay.includes(item.state) ? partDone(item) : 0), 0) / items.length;

  // Spoken in quarters: every per cent of every picture would talk without end.
  const quarters = items.length === 0 ? 0 : Math.floor(4 * items.reduce((sum, item) => sum + partDone(item), 0) / items.length + 1e-9);
  if (quarters > announced) {
    const unsent = items.filter(item => ['failed', 'refused', 'duplicate'].includes(item.state)).length;
    section.querySelector('[data-announce]').textContent = `${quarters * 25} % done, ${text}${unsent > 0 ? `, ${unsent} not stored: see its card` : ''}.`;
  }
  announced = quarters;
}

addEventListener('beforeunload', event => {
  if (items.some(item => open.includes(item.state))) event.preventDefault();
});

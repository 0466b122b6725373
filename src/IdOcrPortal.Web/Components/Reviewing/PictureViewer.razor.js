// Zoom, pan and rotation of one picture: a transform and nothing else, so it answers at once and no byte goes through the circuit.

const least = 0.1;
const most = 8;
const viewers = new WeakMap();

export function enter(root) {
  const controller = new AbortController();
  const signal = controller.signal;
  const stage = root.querySelector('[data-stage]');
  const image = stage.querySelector('img');
  const failed = root.querySelector('[data-failed]');
  const zoomText = root.querySelector('[data-zoom]');
  const view = { x: 0, y: 0, scale: 1, turn: Number(root.dataset.upright) || 0, fitted: true };
  viewers.set(root, controller);

  const draw = () => {
    image.style.transform = `translate(-50%, -50%) translate(${view.x}px, ${view.y}px) rotate(${view.turn}deg) scale(${view.scale})`;
    zoomText.textContent = `${Math.round(view.scale * 100)} %`;
  };
  const turned = () => Math.abs(view.turn / 90) % 2 === 1;
  const size = () => turned() ? [image.naturalHeight, image.naturalWidth] : [image.naturalWidth, image.naturalHeight];

  function fit() {
    if (!image.naturalWidth) return;
    const [width, height] = size();
    view.scale = Math.min(Math.max(Math.min((stage.clientWidth - 16) / width, (stage.clientHeight - 16) / height), least), most);
    view.x = view.y = 0;
    view.fitted = true;
    draw();
  }

  function zoomTo(scale, x = 0, y = 0) {
    const next = Math.min(Math.max(scale, least), most);
    // The point under the pointer stays where it is.
    view.x = x - (x - view.x) * next / view.scale;
    view.y = y - (y - view.y) * next / view.scale;
    view.scale = next;
    view.fitted = false;
    keepInside();
    draw();
  }

  function pan(x, y) {
    view.x += x;
    view.y += y;
    view.fitted = false;
    keepInside();
    draw();
  }

  // Some of the picture always stays in sight.
  function keepInside() {
    const [width, height] = size();
    const farX = (stage.clientWidth + width * view.scale) / 2 - 40;
    const farY = (stage.clientHeight + height * view.scale) / 2 - 40;
    view.x = Math.min(Math.max(view.x, -farX), farX);
    view.y = Math.min(Math.max(view.y, -farY), farY);
  }

  function turn(by) {
    view.turn = (view.turn + by + 360) % 360;
    if (view.fitted) fit(); else { [view.x, view.y] = by > 0 ? [-view.y, view.x] : [view.y, -view.x]; draw(); }
  }

  const actions = {
    in: () => zoomTo(view.scale * 1.25), out: () => zoomTo(view.scale / 1.25), fit, one: () => zoomTo(1),
    left: () => turn(-90), right: () => turn(90),
    'pan-left': () => pan(80, 0), 'pan-right': () => pan(-80, 0), 'pan-up': () => pan(0, 80), 'pan-down': () => pan(0, -80),
    contrast: button => button.setAttribute('aria-pressed', String(image.classList.toggle('contrast'))),
    portrait: button => {
      const portrait = image.getAttribute('src') !== image.dataset.portrait;
      button.setAttribute('aria-pressed', String(portrait));
      // The cut stands upright already.
      view.turn = portrait ? 0 : Number(root.dataset.upright) || 0;
      image.classList.remove('ready');
      image.src = portrait ? image.dataset.portrait : image.dataset.front;
    },
    again: () => { failed.hidden = true; const source = image.getAttribute('src'); image.removeAttribute('src'); image.src = source; },
  };

  const on = (target, type, handler, options = {}) => target.addEventListener(type, handler, { signal, ...options });
  on(root, 'click', event => {
    const button = event.target.closest('[data-view]');
    if (button) actions[button.dataset.view]?.(button);
  });
  on(image, 'load', () => { failed.hidden = true; image.classList.add('ready'); fit(); });
  on(image, 'error', () => { image.classList.remove('ready'); failed.hidden = false; });

  const at = event => {
    const box = stage.getBoundingClientRect();
    return [event.clientX - box.left - box.width / 2, event.clientY - box.top - box.height / 2];
  };
  on(stage, 'wheel', event => {
    event.preventDefault();
    zoomTo(view.scale * Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.0015)), ...at(event));
  }, { passive: false });
  on(stage, 'dblclick', event => { if (!event.target.closest('button')) { if (view.fitted) zoomTo(1, ...at(event)); else fit(); } });
  on(stage, 'keydown', event => {
    const step = { ArrowLeft: 'pan-left', ArrowRight: 'pan-right', ArrowUp: 'pan-up', ArrowDown: 'pan-down' }[event.key];
    if (step && event.target === stage) { event.preventDefault(); actions[step](); }
  });

  const fingers = new Map();
  on(stage, 'pointerdown', event => {
    if (event.target.closest('button') || event.button > 1) return;
    stage.setPointerCapture(event.pointerId);
    fingers.set(event.pointerId, event);
    stage.classList.add('dragging');
  });
  on(stage, 'pointermove', event => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    if (fingers.size === 1) pan(event.clientX - before.clientX, event.clientY - before.clientY);
    else {
      const other = [...fingers.values()].find(finger => finger.pointerId !== event.pointerId);
      const distance = finger => Math.hypot(finger.clientX - other.clientX, finger.clientY - other.clientY);
      if (distance(before) > 0) zoomTo(view.scale * distance(event) / distance(before), ...at(event));
    }
    fingers.set(event.pointerId, event);
  });
  const lift = event => { fingers.delete(event.pointerId); if (fingers.size === 0) stage.classList.remove('dragging'); };
  on(stage, 'pointerup', lift);
  on(stage, 'pointercancel', lift);

  const resized = new ResizeObserver(() => { if (view.fitted) fit(); });
  resized.observe(stage);
  signal.addEventListener('abort', () => resized.disconnect());

  if (image.complete) {
    if (image.naturalWidth) { image.classList.add('ready'); fit(); } else failed.hidden = false;
  }
}

export function leave(root) {
  viewers.get(root)?.abort();
}

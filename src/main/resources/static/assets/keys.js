// @ts-check
/** Single keys as shortcuts (they can be switched off, WCAG 2.1.4), and the dialog that tells of them. */
const OFF = 'caseward.keys.off';

const isOff = () => localStorage.getItem(OFF) === 'yes';

/** @param {EventTarget | null} target whether keys typed there are somebody's words */
const typing = (target) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type=checkbox]), textarea, select'));

/**
 * Moves the focus along a list of places.
 *
 * @param {string} selector
 * @param {number} by
 */
function move(selector, by) {
  const places = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(selector)]);
  const at = places.findIndex((place) => place === document.activeElement);
  const next = at < 0 ? (by > 0 ? 0 : places.length - 1) : Math.max(0, Math.min(places.length - 1, at + by));
  places[next]?.focus();
}

/** @param {string} id opens a <details> and goes to its first field */
function unfold(id) {
  const details = document.getElementById(id);
  if (details instanceof HTMLDetailsElement) {
    details.open = true;
    /** @type {HTMLElement | null} */ (details.querySelector('textarea, input:not([type=hidden])'))?.focus();
  }
}

const help = () => /** @type {HTMLDialogElement | null} */ (document.getElementById('keys-help'))?.showModal();
/** @returns {any} */
const viewer = () => document.querySelector('page-viewer');

/** @type {Record<string, () => void>} */
const LIST = {
  j: () => move('.work .open', 1),
  k: () => move('.work .open', -1),
};
/** @type {Record<string, () => void>} */
const DESK = {
  j: () => move('.locate', 1),
  k: () => move('.locate', -1),
  a: () => /** @type {HTMLElement | null} */ (document.querySelector('[data-accept=first]'))?.focus(),
  o: () => document.getElementById('q')?.focus(),
  r: () => unfold('reject'),
  n: () => {
    const next = document.querySelector('main')?.dataset.next;
    if (next) {
      location.assign(`/reports/${next}`);
    }
  },
  '+': () => viewer()?.zoomBy(1),
  '-': () => viewer()?.zoomBy(-1),
  0: () => viewer()?.fit(),
};

document.addEventListener('keydown', (event) => {
  if (isOff() || event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || document.querySelector('dialog[open]')) {
    return;
  }
  const keys = document.querySelector('main.desk') ? DESK : document.querySelector('main.list') ? LIST : {};
  const act = event.key === '?' ? help : keys[event.key];
  if (act) {
    event.preventDefault();
    act();
  }
});

for (const opener of document.querySelectorAll('[data-opens=keys-help]')) {
  opener.addEventListener('click', help);
}
for (const box of document.querySelectorAll('[data-keys-switch]')) {
  if (box instanceof HTMLInputElement) {
    box.checked = !isOff();
    box.addEventListener('change', () => localStorage.setItem(OFF, box.checked ? 'no' : 'yes'));
  }
}

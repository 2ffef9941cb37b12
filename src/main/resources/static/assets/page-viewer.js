// @ts-check
/**
 * <page-viewer>: the pages of a report as the server rendered them, with boxes where values were read. It adds zoom and turning, and lights a box up when its value
 * is pointed at, focused or clicked (and the value when its box is clicked). Values and boxes are joined by their data-field.
 *
 * Without it the pages stand there at the width of their column, with all boxes drawn.
 *
 * Styles are set through the CSSOM only: the content security policy forbids style attributes.
 */
class PageViewer extends HTMLElement {
  /** Percent of the column's width. */
  static ZOOMS = [50, 75, 100, 125, 150, 200, 300, 400];

  #zoom = 100;
  /** Degrees clockwise. */
  #turn = 0;
  /** @type {HTMLElement | null} */
  #sheets = null;
  /** @type {HTMLOutputElement | null} */
  #shown = null;

  connectedCallback() {
    this.#sheets = this.querySelector('.sheets');
    if (!this.#sheets || this.querySelector('.viewer-tools')) {
      return;
    }
    this.prepend(this.#tools());
    this.addEventListener('click', (event) => {
      const box = event.target instanceof Element ? event.target.closest('rect[data-field]') : null;
      if (box) {
        this.dispatchEvent(new CustomEvent('pick', { bubbles: true, detail: box.getAttribute('data-field') }));
      }
    });
  }

  /** @returns {HTMLElement} */
  #tools() {
    const tools = document.createElement('div');
    tools.className = 'viewer-tools';
    tools.setAttribute('role', 'toolbar');
    tools.setAttribute('aria-label', 'Pages');
    this.#shown = document.createElement('output');
    this.#shown.value = '100 %';
    this.#shown.setAttribute('aria-label', 'Zoom');
    tools.append(
      this.#button('−', 'Smaller', () => this.zoomBy(-1)),
      this.#shown,
      this.#button('+', 'Larger', () => this.zoomBy(1)),
      this.#button('Fit', 'Fit the width', () => this.fit()),
      this.#button('⟳', 'Turn by a quarter', () => this.turn()),
      this.#legend(),
    );
    return tools;
  }

  /**
   * @param {string} text
   * @param {string} label
   * @param {() => void} act
   */
  #button(text, label, act) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = text;
    button.title = label;
    button.setAttribute('aria-label', label);
    button.addEventListener('click', act);
    return button;
  }

  #legend() {
    const legend = document.createElement('div');
    legend.className = 'legend';
    legend.setAttribute('aria-hidden', 'true');
    for (const trust of ['sure', 'check', 'doubtful']) {
      if (this.querySelector(`rect.${trust}`)) {
        const word = document.createElement('span');
        word.className = trust;
        word.textContent = trust;
        legend.append(word);
      }
    }
    return legend;
  }

  /** @param {number} steps up or down the ladder of zooms */
  zoomBy(steps) {
    const at = PageViewer.ZOOMS.indexOf(this.#zoom) + steps;
    this.#zoom = PageViewer.ZOOMS[Math.max(0, Math.min(PageViewer.ZOOMS.length - 1, at))];
    this.#lay();
  }

  fit() {
    this.#zoom = 100;
    this.#lay();
  }

  turn() {
    this.#turn = (this.#turn + 90) % 360;
    this.#lay();
  }

  #lay() {
    if (this.#shown) {
      this.#shown.value = `${this.#zoom} %`;
    }
    for (const sheet of this.querySelectorAll('.sheet')) {
      if (sheet instanceof HTMLElement) {
        this.#laySheet(sheet);
      }
    }
  }

  /** @param {HTMLElement} sheet */
  #laySheet(sheet) {
    const paper = /** @type {HTMLElement} */ (sheet.querySelector('.paper'));
    const ratio = Number(sheet.dataset.width) / Number(sheet.dataset.height);
    const lying = this.#turn % 180 !== 0;
    sheet.style.width = `${this.#zoom}%`;
    sheet.classList.toggle('turned', this.#turn !== 0);
    sheet.style.aspectRatio = this.#turn === 0 ? '' : String(lying ? 1 / ratio : ratio);
    paper.style.width = lying ? `${100 * ratio}%` : this.#turn === 0 ? '' : '100%';
    paper.style.transform = {
      0: '',
      90: 'rotate(90deg) translateY(-100%)',
      180: 'rotate(180deg) translate(-100%, -100%)',
      270: 'rotate(270deg) translateX(-100%)',
    }[this.#turn] ?? '';
  }

  /**
   * Lights up the boxes of a value and brings the first one into sight, moving nothing but the pages.
   *
   * @param {string} field
   */
  show(field) {
    const box = this.querySelector(`rect[data-field="${CSS.escape(field)}"]`);
    if (!box || !this.#sheets) {
      return;
    }
    const seen = this.#sheets.getBoundingClientRect();
    const at = box.getBoundingClientRect();
    if (at.top < seen.top || at.bottom > seen.bottom || at.left < seen.left || at.right > seen.right) {
      this.#sheets.scrollBy({
        top: at.top - seen.top - (seen.height - at.height) / 2,
        left: at.left - seen.left - (seen.width - at.width) / 2,
        behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth',
      });
    }
  }
}
customElements.define('page-viewer', PageViewer);

/** @param {string | null} field lit everywhere it stands; null puts all lights out */
function light(field) {
  for (const lit of document.querySelectorAll('.lit')) {
    lit.classList.remove('lit');
  }
  if (field === null) {
    return;
  }
  for (const place of document.querySelectorAll(`[data-field="${CSS.escape(field)}"]`)) {
    place.classList.add('lit');
  }
  const viewer = document.querySelector('page-viewer');
  if (viewer instanceof PageViewer) {
    viewer.show(field);
  } else {
    document.querySelector(`.message [data-field="${CSS.escape(field)}"]`)?.scrollIntoView({ block: 'nearest' });
  }
}

/** @param {EventTarget | null} target */
function fieldOf(target) {
  const row = target instanceof Element ? target.closest('.field[data-field], .message tr[data-field]') : null;
  return row?.getAttribute('data-field') ?? null;
}

for (const kind of ['pointerover', 'focusin', 'click']) {
  document.addEventListener(kind, (event) => {
    const field = fieldOf(event.target);
    if (field !== null) {
      light(field);
    }
  });
}
document.addEventListener('pick', (event) => {
  const field = event instanceof CustomEvent ? String(event.detail) : '';
  light(field);
  document.querySelector(`.field[data-field="${CSS.escape(field)}"]`)?.scrollIntoView({ block: 'center' });
});

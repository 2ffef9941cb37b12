// @ts-check
/** Drag and drop, a progress bar for each file, and trying again. Without this script the page's plain form does the same, several files in one request. */
for (const shown of document.querySelectorAll('[data-script]')) {
  /** @type {HTMLElement} */ (shown).hidden = false;
}
document.querySelector('[data-print]')?.addEventListener('click', () => print());

// a one-time link: what stands behind the # was sent nowhere; it goes into the form, and out of the address and the history
const code = /** @type {HTMLInputElement | null} */ (document.querySelector('[data-code]'));
if (code && location.hash.length > 1) {
  code.value = location.hash.slice(1);
  history.replaceState(null, '', location.pathname);
}

const form = /** @type {HTMLFormElement | null} */ (document.querySelector('form[data-portal]'));
if (form) {
  sending(form);
}

/**
 * @typedef {{ id: string, file: File, row: HTMLElement, kept: boolean, refused: boolean }} Item
 * @param {HTMLFormElement} form
 */
function sending(form) {
  const input = /** @type {HTMLInputElement} */ (form.querySelector('input[type=file]'));
  const drop = /** @type {HTMLElement} */ (form.querySelector('[data-drop]'));
  const list = /** @type {HTMLElement} */ (form.querySelector('[data-files]'));
  const trouble = /** @type {HTMLElement} */ (form.querySelector('[data-trouble]'));
  const button = /** @type {HTMLButtonElement} */ (form.querySelector('[data-send]'));
  const largest = Number(form.dataset.largest);
  /** @type {Item[]} */
  const items = [];
  drop.classList.add('scripted');
  input.required = false;

  input.addEventListener('change', () => {
    add([...(input.files ?? [])]);
    input.value = '';
  });
  for (const kind of ['dragenter', 'dragover']) {
    drop.addEventListener(kind, (event) => {
      event.preventDefault();
      drop.classList.add('over');
    });
  }
  for (const kind of ['dragleave', 'drop']) {
    drop.addEventListener(kind, () => drop.classList.remove('over'));
  }
  drop.addEventListener('drop', (event) => {
    event.preventDefault();
    add([...(event.dataTransfer?.files ?? [])]);
  });
  // a file that misses the field must not replace the page
  for (const kind of ['dragover', 'drop']) {
    document.addEventListener(kind, (event) => event.preventDefault());
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void sendAll();
  });

  /** @param {File[]} files */
  function add(files) {
    for (const file of files) {
      const row = document.createElement('li');
      const item = { id: newId(), file, row, kept: false, refused: false };
      row.append(span('name', file.name), span('size', size(file.size)), removal(item), span('said', ''));
      list.append(row);
      items.push(item);
      const why = objection(file);
      if (why) {
        item.refused = true;
        tell(item, 'failed', why);
      }
    }
    say(`${items.length} ${items.length === 1 ? 'file' : 'files'} chosen.`);
  }

  /** @param {Item} item */
  function removal(item) {
    const remove = document.createElement('button');
    remove.type = 'button';
    remove.className = 'quiet';
    remove.textContent = 'Remove';
    remove.setAttribute('aria-label', `Remove ${item.file.name}`);
    remove.addEventListener('click', () => {
      items.splice(items.indexOf(item), 1);
      item.row.remove();
      input.focus();
      say(`${item.file.name} removed.`);
    });
    return remove;
  }

  /** @param {File} file what keeps it from being sent; empty where nothing does */
  function objection(file) {
    if (file.size === 0) {
      return 'It is empty. Look at it on your computer; it is not sent.';
    }
    return file.size > largest ? `It is larger than ${size(largest)}. Save or scan it in parts; it is not sent.` : '';
  }

  async function sendAll() {
    trouble.hidden = true;
    const left = items.filter((item) => !item.kept && !item.refused);
    if (left.length === 0 && !items.some((item) => item.kept)) {
      return complain(items.length ? 'None of these files can be sent.' : 'Choose at least one file first.');
    }
    button.disabled = true;
    for (const item of left) {
      const stop = await patiently(item);
      if (stop) {
        complain(stop);
        break;
      }
    }
    button.disabled = false;
    if (items.every((item) => item.kept)) {
      location.assign(form.dataset.page ?? '/portal/sent');
    } else if (trouble.hidden) {
      button.textContent = 'Send what is left';
      complain(items.some((item) => item.kept)
        ? 'Some files have their receipts, others do not. See beside each; remove what can\'t be sent to see the receipts.'
        : 'Nothing was kept. See beside each file.');
    }
  }

  /**
   * The same upload id at each try: what was kept and not answered is not kept twice.
   *
   * @param {Item} item
   * @returns {Promise<string>} what keeps all others from being sent too; empty where they may go on
   */
  async function patiently(item) {
    for (let attempt = 1; ; attempt++) {
      const { status, answer } = await post(item);
      if (status === 200 || status === 201) {
        item.kept = true;
        item.row.querySelector('button')?.remove();
        tell(item, 'kept', `Receipt ${answer.receipts[0].receipt}`);
        return '';
      }
      if ((status === 0 || status === 503) && attempt < 3) {
        tell(item, '', 'Not kept yet. Trying again…');
        await new Promise((go) => setTimeout(go, attempt * 2000));
        continue;
      }
      const why = answer.detail ?? 'The agency could not be reached. It is not known whether this file arrived; send it again, it is not kept twice.';
      item.refused = status === 413 || status === 415 || status === 422;
      tell(item, 'failed', why);
      return status === 401 || status === 403 ? why : '';
    }
  }

  /** @param {Item} item */
  function post(item) {
    const data = new FormData(form);
    data.delete('file');
    data.set('uploadId', item.id);
    data.set('file', item.file, item.file.name);
    const bar = document.createElement('progress');
    bar.max = 100;
    bar.value = 0;
    bar.setAttribute('aria-label', `Sending ${item.file.name}`);
    item.row.querySelector('progress')?.remove();
    item.row.append(bar);
    return new Promise((/** @type {(value: { status: number, answer: any }) => void} */ done) => {
      const request = new XMLHttpRequest();
      request.open('POST', form.action);
      request.setRequestHeader('Accept', 'application/json, application/problem+json');
      request.responseType = 'json';
      request.timeout = 120_000;
      request.upload.addEventListener('progress', (event) => {
        bar.value = event.lengthComputable ? (100 * event.loaded) / event.total : 50;
      });
      request.addEventListener('loadend', () => {
        bar.remove();
        done({ status: request.status, answer: request.response ?? {} });
      });
      request.send(data);
    });
  }

  /**
   * @param {Item} item
   * @param {string} kind
   * @param {string} words
   */
  function tell(item, kind, words) {
    item.row.className = kind;
    const said = item.row.querySelector('.said');
    if (said) {
      said.textContent = words;
    }
    say(`${item.file.name}: ${words}`);
  }

  /** @param {string} words to be read out */
  function say(words) {
    const said = form.querySelector('[data-said]');
    if (said) {
      said.textContent = words;
    }
  }

  /** @param {string} words */
  function complain(words) {
    trouble.textContent = words;
    trouble.hidden = false;
  }
}

/**
 * @param {string} kind
 * @param {string} text
 */
function span(kind, text) {
  const span = document.createElement('span');
  span.className = kind;
  span.textContent = text;
  return span;
}

/** @param {number} bytes */
function size(bytes) {
  return bytes < 100_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** A random id, outside secure contexts too. */
function newId() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

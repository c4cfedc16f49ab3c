// Several documents at a time: each with what it shows where that is asked, how far it has come, and what was
// wrong with it. They go one after another through the door that the form without script uses, and nothing
// else that is typed goes with them. All words are the page's.
(() => {
  const part = document.querySelector('[data-upload]');
  const form = part?.closest('form');
  const input = part?.querySelector('input[type="file"]');
  const purposes = part?.querySelector('[data-upload-purpose]');
  const files = part?.querySelector('[data-upload-part="rows"]');
  const said = part?.querySelector('[data-upload-part="said"]');
  if (!form || !input || !files || !said) return;
  // A form that came back has its messages at the fields that it was sent from.
  if (part.querySelector('[data-invalid]')) return;

  const words = JSON.parse(part.dataset.words);
  const { intent } = part.dataset;
  const maximum = Number(part.dataset.maximum);
  let left = Number(part.dataset.left);
  const rows = [];
  /** The button of the form that was pressed while files were on their way: where to go after them. */
  let onwards = null;
  let sending = null;
  /** Something was asked for while the last of it was being tidied up. */
  let isAskedAgain = false;

  const filled = (text, values) =>
    text.replace(/\{(\w+)\}/g, (all, name) => (name in values ? String(values[name]) : all));
  const say = (text) => {
    said.textContent = text;
  };
  const element = (name, partName, text) => {
    const made = document.createElement(name);
    if (partName) made.dataset.part = partName;
    if (text) made.textContent = text;
    return made;
  };
  const sizeOf = (bytes) => {
    const figure = (value, digits) =>
      new Intl.NumberFormat(part.dataset.language, { maximumFractionDigits: digits }).format(value);
    const kilobytes = Math.max(1, Math.round(bytes / 1024));
    return kilobytes < 1000
      ? filled(words.kilobytes, { size: figure(kilobytes, 0) })
      : filled(words.megabytes, { size: figure(bytes / 1024 / 1024, 1) });
  };

  const radios = [...(purposes?.querySelectorAll('input[type="radio"]') ?? [])];
  const choices = radios.map(({ value, labels }) => ({
    value,
    label: labels[0]?.textContent ?? value,
  }));
  if (purposes) purposes.hidden = true;
  for (const radio of radios) radio.disabled = true;
  input.multiple = true;

  const heading = element('p', null, words.chosen);
  heading.id = 'upload-chosen';
  const list = element('ol');
  list.setAttribute('aria-labelledby', heading.id);

  const hint = element('p', 'hint', words.hint);
  files.append(hint);

  let made = 0;
  const button = (text, name, act) => {
    const pressed = element('button');
    pressed.type = 'button';
    pressed.className = 'ds-button';
    pressed.dataset.variant = 'tertiary';
    const hidden = element('span', null, ` ${name}`);
    hidden.className = 'ds-sr-only';
    pressed.append(text, hidden);
    pressed.addEventListener('click', act);
    return pressed;
  };

  const rowOf = (file) => {
    made += 1;
    const id = `upload-${made}`;
    const row = { file, state: 'waiting', reason: '', problem: null, choice: null };
    const item = element('li');
    const name = element('p', 'name');
    const ownName = element('bdi', null, file.name);
    ownName.id = `${id}-name`;
    name.append(ownName, ' ', element('span', 'size', sizeOf(file.size)));
    const progress = element('progress');
    progress.max = 100;
    progress.setAttribute('aria-labelledby', ownName.id);
    const state = element('p', 'state');
    const acts = element('div', 'acts');
    item.append(name, progress, state, acts);
    Object.assign(row, { item, progress, stateWords: state, acts });
    if (choices.length === 0) return row;
    const choice = element('div', 'choice');
    const label = element('label', null, words.shows);
    label.className = 'ds-label';
    label.htmlFor = id;
    label.id = `${id}-label`;
    const select = element('select');
    select.className = 'ds-input';
    select.dataset.width = 'auto';
    select.id = id;
    // Each says of which file it asks, also to those who hear it alone.
    select.setAttribute('aria-labelledby', `${label.id} ${ownName.id}`);
    select.append(
      ...[{ value: '', label: words.choose }, ...choices].map((each) => {
        const option = element('option', null, each.label);
        option.value = each.value;
        return option;
      }),
    );
    choice.append(label, select);
    name.after(choice);
    Object.assign(row, { choice, select });
    select.addEventListener('change', () => {
      if (select.value !== '') demand(row, null);
    });
    return row;
  };

  /** What must be corrected before a file can go; null when nothing must. */
  const demand = (row, problem) => {
    row.problem?.remove();
    row.problem = null;
    delete row.item.dataset.invalid;
    row.select.removeAttribute('aria-invalid');
    row.select.removeAttribute('aria-describedby');
    if (problem === null) return;
    row.problem = element('p', 'problem', problem);
    row.problem.id = `${row.select.id}-problem`;
    row.item.dataset.invalid = 'true';
    row.select.setAttribute('aria-invalid', 'true');
    row.select.setAttribute('aria-describedby', row.problem.id);
    row.select.before(row.problem);
  };

  const unsent = () => rows.filter(({ state }) => state === 'waiting');
  /** Nothing is left to be said of it before it can go. */
  const isSaid = ({ select }) => select?.value !== '';

  const hold = (event) => {
    event.preventDefault();
    // Older browsers ask for this too.
    event.returnValue = true;
  };

  /** Whoever goes away from files that are chosen and not sent is asked first. */
  const guard = () => {
    if (sending !== null || unsent().length > 0) addEventListener('beforeunload', hold);
    else removeEventListener('beforeunload', hold);
  };

  const takeAway = (row) => {
    const at = rows.indexOf(row);
    rows.splice(at, 1);
    row.item.remove();
    guard();
    if (rows.length === 0) files.replaceChildren(hint);
    (rows[Math.min(at, rows.length - 1)]?.acts.querySelector('button') ?? input).focus();
  };

  const show = (row, percent) => {
    const { state, item, file } = row;
    item.dataset.state = state;
    const texts = {
      waiting: words.waiting,
      sending: filled(words.sending, { percent }),
      checking: words.checking,
      added: words.added,
      there: words.there,
      refused: filled(words.refused, { reason: row.reason }),
    };
    row.stateWords.textContent = texts[state];
    row.progress.hidden = state !== 'sending' && state !== 'checking';
    if (state === 'sending') row.progress.value = percent;
    if (state === 'checking') row.progress.removeAttribute('value');
    if (row.choice !== null) {
      row.choice.hidden = state !== 'waiting' && !(state === 'refused' && row.again);
      row.select.disabled = row.choice.hidden;
    }
    const acts = [];
    if (state === 'refused' && row.again) {
      acts.push(
        button(words.again, file.name, () => {
          row.state = 'waiting';
          show(row);
          input.focus();
          void send();
        }),
      );
    }
    if (state === 'waiting' || state === 'refused') {
      acts.push(button(words.remove, file.name, () => takeAway(row)));
    }
    row.acts.replaceChildren(...acts);
    guard();
  };

  const refused = (row, reason, again) => {
    Object.assign(row, { state: 'refused', reason, again });
    show(row);
  };

  const add = (chosen) => {
    const fresh = [...chosen].map(rowOf);
    if (fresh.length === 0) return;
    for (const row of fresh) {
      rows.push(row);
      list.append(row.item);
      show(row);
      if (row.file.size > maximum) refused(row, words.tooLarge, false);
      else if (row.file.size === 0) refused(row, words.empty, false);
      else if (unsent().length > left) refused(row, words.tooMany, false);
    }
    if (list.parentNode === null) files.replaceChildren(heading, list);
    missing(false);
    const ready = fresh.filter(({ state }) => state === 'waiting');
    const count = ready.length;
    const wrong = fresh.filter(({ state }) => state === 'refused');
    say(
      [
        ...(count === 0
          ? []
          : [filled(count === 1 ? words.saidChosenOne : words.saidChosenMany, { count })]),
        ...wrong.map(({ file, reason }) => filled(words.saidRefused, { name: file.name, reason })),
      ].join(' '),
    );
    (ready[0]?.select ?? wrong[0]?.acts.querySelector('button') ?? input).focus();
  };

  /** Says at the field that no file is chosen, as the page does. */
  let noFile = null;
  const missing = (isMissing) => {
    noFile?.remove();
    noFile = null;
    input.removeAttribute('aria-invalid');
    if (!isMissing) return;
    noFile = element('p', 'problem', words.noFile);
    files.append(noFile);
    input.setAttribute('aria-invalid', 'true');
    say(words.noFile);
    input.focus();
  };

  input.addEventListener('change', () => {
    add(input.files);
    // The files are ours now: what is left in the field would go along with the form.
    input.value = '';
  });

  const busy = (isBusy) => {
    for (const each of form.querySelectorAll('button[name="_intent"]')) {
      if (isBusy) each.setAttribute('aria-disabled', 'true');
      else each.removeAttribute('aria-disabled');
    }
  };

  /** Sends one file as the form would, and asks for the answer as data. */
  const sendOne = (row) =>
    new Promise((done) => {
      const body = new FormData();
      const shownTo = form.elements.namedItem('_for');
      if (shownTo) body.append('_for', shownTo.value);
      body.append('_intent', intent);
      if (row.choice !== null) body.append('documents', row.select.value);
      body.append(input.name, row.file);
      const request = new XMLHttpRequest();
      const answer = () => {
        try {
          return JSON.parse(request.responseText);
        } catch {
          return {};
        }
      };
      request.open('POST', form.action);
      request.setRequestHeader('accept', 'application/json');
      request.upload.addEventListener('progress', ({ loaded, total }) => {
        const percent = total === 0 ? 0 : Math.floor((100 * loaded) / total);
        row.state = percent < 100 ? 'sending' : 'checking';
        show(row, percent);
      });
      request.addEventListener('load', () => {
        const { to, errors, detail } = answer();
        if (request.status === 200 && typeof to === 'string') {
          row.state = /[?&]done=there/.test(to) ? 'there' : 'added';
          if (row.state === 'added') left -= 1;
          show(row);
          say(filled(words.saidAdded, { name: row.file.name }));
          done();
          return;
        }
        const first = Array.isArray(errors) ? errors[0] : undefined;
        const reason = first?.detail ?? detail ?? words.trouble;
        // What is wrong with the file itself is as wrong the next time.
        const isOfTheFile = /^file-(?!busy)/.test(first?.code ?? '');
        refused(row, reason, !isOfTheFile);
        say(filled(words.saidRefused, { name: row.file.name, reason }));
        done();
      });
      request.addEventListener('error', () => {
        refused(row, words.network, true);
        say(filled(words.saidRefused, { name: row.file.name, reason: words.network }));
        done();
      });
      row.state = 'sending';
      show(row, 0);
      request.send(body);
    });

  /** What the page says of the documents, as it says it now. */
  const refresh = async () => {
    const address = new URL(location.href);
    address.searchParams.delete('done');
    address.searchParams.delete('retur');
    try {
      const response = await fetch(address, { headers: { accept: 'text/html' } });
      if (!response.ok || response.redirected) return;
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      const renew = (old, now) => {
        if (old && now)
          old.replaceChildren(...[...now.childNodes].map((node) => document.adoptNode(node)));
      };
      for (const old of document.querySelectorAll('[data-upload-refresh]')) {
        renew(old, page.getElementById(old.id));
      }
      // The first is asked for by another name than the next.
      renew(input.labels[0], page.getElementById(input.id)?.labels[0]);
    } catch {
      // The list is older than it could be; the states beside the files are right.
    }
  };

  const send = async () => {
    if (sending !== null) {
      isAskedAgain = true;
      return;
    }
    const open = unsent().find((row) => !isSaid(row));
    for (const row of unsent()) {
      if (row.choice !== null) demand(row, isSaid(row) ? null : words.noPurpose);
    }
    if (open) {
      say(words.noPurpose);
      open.select.focus();
      onwards = null;
      return;
    }
    sending = (async () => {
      busy(true);
      const mine = [];
      // What is chosen meanwhile, and not said of what, waits for that.
      const next = () => unsent().find(isSaid);
      for (let row = next(); row; row = next()) {
        if (!mine.includes(row)) mine.push(row);
        await sendOne(row);
      }
      await refresh();
      busy(false);
      const added = mine.filter(({ state }) => state === 'added' || state === 'there').length;
      if (added < mine.length || mine.length > 1) {
        const rest = mine
          .filter(({ state }) => state === 'refused')
          .map(({ file, reason }) => filled(words.saidRefused, { name: file.name, reason }));
        say([filled(words.saidDone, { added, total: mine.length }), ...rest].join(' '));
      }
      sending = null;
      guard();
      const isAllWell = rows.every(({ state }) => state === 'added' || state === 'there');
      if (onwards !== null && isAllWell) goOn(onwards);
      else if (onwards !== null) {
        // Whoever was on the way elsewhere is shown what holds them.
        rows
          .find(({ state }) => state === 'refused')
          ?.acts.querySelector('button')
          ?.focus();
      } else if (left <= 0 && isAllWell) close();
      onwards = null;
      if (isAskedAgain) {
        isAskedAgain = false;
        void send();
      }
    })();
  };

  /** Presses the button that was pressed before the files went: of a list that is made anew, the one like it. */
  const goOn = (pressed) => {
    const its = [...form.elements].find(
      ({ name, value }) => name === pressed.name && value === pressed.value,
    );
    if (its) form.requestSubmit(its);
  };

  /** There is room for no more. The page that says so takes nothing along that was typed on this one. */
  const close = () => {
    if (!words.full) {
      location.reload();
      return;
    }
    for (const each of part.querySelectorAll('[data-upload-room]')) each.hidden = true;
    const full = element('p', 'hint', words.full);
    full.tabIndex = -1;
    files.append(full);
    full.focus();
  };

  form.addEventListener('submit', (event) => {
    const { submitter } = event;
    const isUpload = submitter?.value === intent;
    if (sending !== null) {
      event.preventDefault();
      if (!isUpload) onwards = submitter;
      say(words.busy);
      return;
    }
    if (unsent().length > 0) {
      event.preventDefault();
      if (!isUpload) onwards = submitter;
      void send();
      return;
    }
    if (!isUpload) return;
    event.preventDefault();
    missing(true);
  });

  const over = (isOver) => {
    if (isOver) part.dataset.over = '';
    else delete part.dataset.over;
  };
  part.addEventListener('dragover', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    over(true);
  });
  part.addEventListener('dragleave', (event) => {
    if (!part.contains(event.relatedTarget)) over(false);
  });
  part.addEventListener('drop', (event) => {
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    over(false);
    add(event.dataTransfer.files);
  });
})();

// Saves a draft while one writes: some seconds after the last key, and when the page is left. The buttons
// save as ever. One request at a time; one without an answer is sent again as it was before anything
// newer, so that a save that did arrive is never taken for another window's.
(() => {
  const form = document.querySelector('form[data-autosave]');
  const status = form?.querySelector('[data-autosave-status]');
  const shown = form?.elements.namedItem('_shown');
  if (!form || !status || !shown || !('requestSubmit' in form)) return;

  const pause = 3_000;
  const patience = 10_000;
  const retries = [5_000, 15_000, 30_000, 60_000];
  // A form that came back holds what has not been saved yet.
  let saved = form.dataset.autosave === 'unsaved' ? null : content();
  /** What could not be kept as it was written: it waits for the next key. */
  let refused = null;
  let unanswered = null;
  let running = null;
  let failures = 0;
  let timer = 0;
  let isLeaving = false;
  let isStopped = false;

  /** What one has written, without what the form says of itself. */
  function content() {
    const data = new FormData(form);
    for (const name of ['_shown', '_intent', 'search', 'searched']) data.delete(name);
    // Files go by their own button.
    return new URLSearchParams(
      [...data].filter(([, value]) => typeof value === 'string'),
    ).toString();
  }

  function say(words) {
    if (status.textContent !== words) status.textContent = words;
  }

  /** The page's address from now on, here and in the links to its other languages. */
  function forget(address) {
    history.replaceState(history.state, '', address);
    for (const link of document.querySelectorAll('a[hreflang]')) link.search = location.search;
  }

  function later(wait) {
    clearTimeout(timer);
    if (!isStopped && !isLeaving) timer = setTimeout(save, wait);
  }

  function stop(words) {
    isStopped = true;
    clearTimeout(timer);
    say(words);
  }

  async function send({ body, written }, keepalive) {
    const response = await fetch(form.action, {
      method: 'POST',
      headers: { accept: 'application/json' },
      credentials: 'same-origin',
      body,
      keepalive,
      signal: AbortSignal.timeout?.(patience),
    });
    if (response.ok) {
      const answer = await response.json();
      shown.value = answer.shown;
      saved = written;
      refused = null;
      unanswered = null;
      failures = 0;
      say(answer.said);
      // A form that came back would, when the page is loaded again, show what stood there before.
      if (new URLSearchParams(location.search).has('retur')) forget(answer.to);
      document.dispatchEvent(new CustomEvent('opptak:used'));
      return;
    }
    // Busy or out of order: the same once more, later. All else is for the person to see.
    if (response.status === 429 || response.status >= 500) throw new Error(String(response.status));
    unanswered = null;
    const { errors = [] } = await response.json().catch(() => ({}));
    const has = (code) => errors.some((error) => error.code === code);
    if (has('session-ended')) stop(status.dataset.signedOut);
    else if (has('somebody-else')) stop(status.dataset.somebodyElse);
    else if (has('changed-elsewhere')) stop(status.dataset.conflict);
    else if (response.status === 422) {
      refused = written;
      // Going back to what is saved is told as a save too: the words on the page are of this one.
      saved = null;
      failures = 0;
      say(status.dataset.stopped);
    } else stop(status.dataset.stopped);
  }

  /** There is something here that has been neither saved nor refused. */
  function isDue() {
    const written = content();
    return written !== saved && written !== refused;
  }

  function save(keepalive = false) {
    if (isStopped || running) return running;
    if (!unanswered) {
      if (!isDue()) return null;
      const written = content();
      const body = new URLSearchParams(written);
      body.set('_intent', 'autosave');
      body.set('_shown', shown.value);
      unanswered = { body, written };
    }
    running = send(unanswered, keepalive === true)
      .catch(() => {
        const wait = retries[Math.min(failures, retries.length - 1)];
        failures += 1;
        say(navigator.onLine ? status.dataset.failed : status.dataset.offline);
        later(wait);
      })
      .finally(() => {
        running = null;
        if (failures === 0 && isDue()) later(pause);
      });
    return running;
  }

  form.addEventListener('input', () => later(pause));
  form.addEventListener('change', () => later(pause));
  addEventListener('online', () => {
    if (failures > 0) later(0);
  });

  // A button was pressed while a save is under way: it goes first, or the two would seem two windows.
  form.addEventListener('submit', (event) => {
    // Files go first, and press the button again.
    if (event.defaultPrevented) return;
    clearTimeout(timer);
    if (isLeaving || isStopped || (!running && !unanswered)) {
      isLeaving = true;
      return;
    }
    event.preventDefault();
    const { submitter } = event;
    const go = () => {
      if (isLeaving) return;
      isLeaving = true;
      form.requestSubmit(submitter);
    };
    setTimeout(go, 3_000);
    Promise.resolve(running ?? save()).finally(go);
  });

  /** Lets what leads away from the page wait until what one has written is saved. */
  function saveFirst(event, goOn) {
    event.preventDefault();
    clearTimeout(timer);
    let isGone = false;
    const go = () => {
      if (isGone) return;
      isGone = true;
      goOn();
    };
    // Whoever has no net is not held back.
    setTimeout(go, 3_000);
    Promise.resolve(running)
      .then(() => save())
      .finally(go);
  }

  const isAllSaved = () => isStopped || (!running && !unanswered && !isDue());

  // The page that a link leads to, the same one in another language or the summary, would else show what stood
  // there before, and take the save for another window's.
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    const isPlain =
      event.button === 0 && !(event.altKey || event.ctrlKey || event.metaKey || event.shiftKey);
    if (!link || !isPlain || event.defaultPrevented || isLeaving || isAllSaved()) return;
    if (link.origin !== location.origin || link.target !== '' || link.hasAttribute('download'))
      return;
    const isHere = link.pathname === location.pathname && link.search === location.search;
    if (isHere && link.hash !== '') return;
    saveFirst(event, () => location.assign(link.href));
  });

  // «Logg ut» would else go before the save, which then is nobody's.
  let isHeld = false;
  document.addEventListener('submit', (event) => {
    const { target, submitter } = event;
    if (target === form || event.defaultPrevented || isHeld || isLeaving || isAllSaved()) return;
    saveFirst(event, () => {
      isHeld = true;
      target.requestSubmit(submitter);
    });
  });

  const leave = () => {
    if (!isLeaving && !isStopped) save(true);
  };
  addEventListener('pagehide', leave);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') leave();
  });
  // Back from the browser's own memory: what was sent on leaving may have had no answer that was heard.
  addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    isLeaving = false;
    if (unanswered) later(0);
  });
})();

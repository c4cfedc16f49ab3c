// Says in time that one is about to be signed out, and when one has been. Several windows share one session:
// they tell each other when it was used.
(() => {
  const dialog = document.querySelector('dialog[data-session]');
  const words = document.getElementById('session-words');
  const heading = document.getElementById('session-heading');
  if (!dialog || !words || !heading) return;

  const warnBefore = 5 * 60_000;
  const { rest, latest, renew, ends, endsForGood, renewed, notRenewed } = dialog.dataset;
  const { ended, endedHeading } = dialog.dataset;
  const soon = heading.textContent;
  const lastDay = Date.now() + Number(latest) * 1_000;
  const channel = 'BroadcastChannel' in window ? new BroadcastChannel('opptak-session') : null;
  const button = (name) => document.getElementById(`session-${name}`);
  const later = document.querySelector('main [name="_intent"][value="later"]');
  const isNorwegian = document.documentElement.lang.startsWith('n');
  let end = 0;
  let wasWarned = false;
  let isOver = false;

  function used() {
    end = Math.min(Date.now() + Number(rest) * 1_000, lastDay);
    wasWarned = false;
  }

  function clock(at) {
    const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(
      at,
    );
    return isNorwegian ? time.replace(':', '.') : time;
  }

  function show(title, text, canRenew) {
    heading.textContent = title;
    button('renew').hidden = !canRenew;
    if (button('leave')) button('leave').hidden = !later;
    if (!dialog.open) dialog.showModal();
    words.textContent = text;
  }

  function look() {
    const left = end - Date.now();
    if (left <= 0) {
      if (isOver) return;
      isOver = true;
      show(endedHeading, ended, false);
    } else if (left <= warnBefore && !wasWarned) {
      wasWarned = true;
      const isForGood = end >= lastDay;
      const text = (isForGood ? endsForGood : ends).replace('{time}', clock(end));
      show(soon, text, !isForGood);
    }
  }

  button('renew').addEventListener('click', async () => {
    try {
      const response = await fetch(renew, {
        method: 'POST',
        headers: { accept: 'application/json' },
        credentials: 'same-origin',
        body: new URLSearchParams(),
      });
      if (response.status === 401) {
        end = 0;
        look();
        return;
      }
      if (!response.ok) throw new Error(String(response.status));
      used();
      channel?.postMessage('used');
      words.textContent = renewed;
      setTimeout(() => dialog.close(), 1_500);
    } catch {
      words.textContent = notRenewed;
    }
  });
  button('leave')?.addEventListener('click', () => {
    dialog.close();
    later?.form.requestSubmit(later);
  });
  button('close').addEventListener('click', () => dialog.close());

  channel?.addEventListener('message', () => {
    used();
    isOver = false;
    if (dialog.open) dialog.close();
  });
  document.addEventListener('opptak:used', () => {
    used();
    channel?.postMessage('used');
  });
  document.addEventListener('visibilitychange', look);
  used();
  channel?.postMessage('used');
  setInterval(look, 10_000);
})();

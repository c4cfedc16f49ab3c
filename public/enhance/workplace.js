// Workplaces as one types, in the list that the button «Søk» gives without this. Choosing one is a button
// of the form either way. Arrow keys go through the list, Escape closes it.
(() => {
  const part = document.querySelector('[data-workplace-search]');
  const input = part?.querySelector('input[type="search"]');
  const results = part?.querySelector('[data-part="results"]');
  const said = part?.querySelector('[data-part="said"]');
  if (!input || !results || !said) return;

  const { workplaceSearch: source, searching, failed } = part.dataset;
  const least = Number(part.dataset.least);
  const pause = 300;
  let timer = 0;
  let asked = null;
  let shown = input.value.trim();

  const element = (name, part, text) => {
    const made = document.createElement(name);
    made.dataset.part = part;
    if (text) made.textContent = text;
    return made;
  };

  const buttonOf = ({ value, name, detail, anchored }) => {
    const button = element('button', 'choice');
    button.type = 'submit';
    button.name = '_intent';
    button.value = value;
    button.append(element('span', 'name', name), element('span', 'detail', detail));
    if (anchored) button.append(element('span', 'anchored', anchored));
    return button;
  };

  const close = () => {
    clearTimeout(timer);
    asked?.abort();
    results.replaceChildren();
    said.textContent = '';
    shown = '';
  };

  const show = ({ status, choices, notes }) => {
    const list = element('ul', 'list');
    for (const choice of choices) {
      const item = document.createElement('li');
      item.append(buttonOf(choice));
      list.append(item);
    }
    results.replaceChildren(
      element('p', 'status', status),
      ...notes.map((note) => element('p', 'note', note)),
      ...(choices.length > 0 ? [list] : []),
    );
    said.textContent = [status, ...notes].join(' ');
  };

  const ask = async (typed) => {
    asked?.abort();
    asked = new AbortController();
    const { signal } = asked;
    shown = typed;
    results.replaceChildren(element('p', 'status', searching));
    try {
      const response = await fetch(`${source}?q=${encodeURIComponent(typed)}`, {
        headers: { accept: 'application/json' },
        credentials: 'same-origin',
        signal,
      });
      if (!response.ok) throw new Error(String(response.status));
      const found = await response.json();
      if (!signal.aborted) show(found);
    } catch {
      if (!signal.aborted) show({ status: failed, choices: [], notes: [] });
    }
  };

  input.addEventListener('input', () => {
    clearTimeout(timer);
    const typed = input.value.trim();
    if (typed.length < least) return close();
    if (typed !== shown) timer = setTimeout(ask, pause, typed);
  });

  // Enter in another field goes on, whatever stands here: it was searched for while it was typed.
  const searched = input.form?.elements.namedItem('searched');
  if (searched) {
    const before = searched.value;
    input.addEventListener('focus', () => (searched.value = before));
    input.addEventListener('blur', () => (searched.value = input.value));
  }

  const choices = () => [...results.querySelectorAll('[data-part="choice"]')];

  part.addEventListener('keydown', (event) => {
    const all = choices();
    const at = all.indexOf(document.activeElement);
    const isHere = document.activeElement === input || at >= 0;
    if (event.key === 'Escape' && isHere && results.childElementCount > 0) {
      event.preventDefault();
      input.focus();
      close();
    } else if (event.key === 'ArrowDown' && isHere && all.length > 0) {
      event.preventDefault();
      all[Math.min(at + 1, all.length - 1)].focus();
    } else if (event.key === 'ArrowUp' && at >= 0) {
      event.preventDefault();
      (all[at - 1] ?? input).focus();
    } else if (event.key === 'Enter' && document.activeElement === input) {
      const typed = input.value.trim();
      if (typed.length < least) return;
      // The list is here already, or comes: no new page is needed for it.
      event.preventDefault();
      clearTimeout(timer);
      if (typed === shown && all.length > 0) all[0].focus();
      else ask(typed);
    }
  });
})();

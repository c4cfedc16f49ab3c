// How many characters are left in a long text, counted as the server counts: in NFC, without what is not seen, a line break as one,
// without the space around. Seen at once; heard when one pauses, and only near the limit.
(() => {
  const numbers = new Intl.NumberFormat(document.documentElement.lang);
  const pause = 1_200;

  for (const counter of document.querySelectorAll('[data-characters]')) {
    const field = document.getElementById(counter.dataset.fieldId);
    const [seen, heard] = counter.children;
    if (!field || !seen || !heard) continue;
    const limit = Number(counter.dataset.characters);
    let timer = 0;

    const words = () => {
      const typed = field.value
        .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
        .normalize('NFC')
        .replace(/\r\n?/g, '\n')
        .trim();
      const left = limit - typed.length;
      counter.toggleAttribute('data-over', left < 0);
      const kind = `${left < 0 ? 'over' : 'left'}${Math.abs(left) === 1 ? 'One' : 'Other'}`;
      return {
        said: counter.dataset[kind].replace('{count}', numbers.format(Math.abs(left))),
        isNear: left < limit / 5,
      };
    };

    const show = () => {
      seen.textContent = words().said;
    };

    field.addEventListener('input', () => {
      show();
      clearTimeout(timer);
      timer = setTimeout(() => {
        const { said, isNear } = words();
        heard.textContent = isNear ? said : ' ';
      }, pause);
    });
    // What a browser fills in again after «Tilbake» comes without a word.
    addEventListener('pageshow', show);
    if (document.readyState === 'complete') show();
  }
})();

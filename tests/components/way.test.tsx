import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Way, type Station, type StationState } from '@/components/frame/way';

const stateWords: Readonly<Record<StationState, string>> = {
  done: 'Ferdig',
  current: 'Nå',
  answer: 'Trenger svar',
  coming: 'Kommer',
  ended: 'Slutt',
};
const states = Object.keys(stateWords) as StationState[];

const station = (state: StationState, more: Partial<Station> = {}): Station => ({
  key: state,
  label: 'Søknad',
  state,
  ...more,
});

const html = (stations: readonly Station[], direction?: 'across' | 'down') =>
  renderToStaticMarkup(
    <Way
      locale="nb"
      label="Veien"
      stations={stations}
      {...(direction === undefined ? {} : { direction })}
    />,
  );
const drawn = (state: StationState) => /<svg.*?<\/svg>/s.exec(html([station(state)]))?.[0] ?? '';
const said = (markup: string) => markup.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

describe('a station of the way', () => {
  it.each(states)('that is “%s” says so in a word', (state) => {
    expect(said(html([station(state)]))).toBe(` Søknad ${stateWords[state]} `);
  });

  it('has a shape by its state, and only the two where one is have the same', () => {
    expect(new Set(states.map(drawn)).size).toBe(4);
    expect(drawn('current')).toBe(drawn('answer'));
    for (const state of states) expect(drawn(state)).toContain('<circle');
  });

  it('that one can go to is a link by its name alone', () => {
    const markup = html([station('done', { href: '/nb/her', detail: '1. mai' })]);
    expect(/<a [^>]*href="\/nb\/her"[^>]*>([^<]*)<\/a>/.exec(markup)?.[1]).toBe('Søknad');
    expect(said(markup)).toBe(' Søknad Ferdig 1. mai ');
  });

  it('is the step where one is, for those who do not see it', () => {
    const isStep = (state: StationState) => html([station(state)]).includes('aria-current="step"');
    expect(states.filter(isStep)).toEqual(['current', 'answer']);
  });

  it('stands in the same list, whether the way lies down or stands', () => {
    const list = html(
      states.map((state) => station(state)),
      'down',
    );
    expect(list).toMatch(/^<ol [^>]*aria-label="Veien"/);
    expect(
      html(
        states.map((state) => station(state)),
        'across',
      ),
    ).toContain(list);
  });
});

import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { choiceOf, choicesOf, readChoice } from '@/components/application/workplace-choice';
import { WorkplaceFields } from '@/components/application/workplace-fields';
import { readWorkplaceReturn } from '@/components/application/workplace-return';
import { bindFields } from '@/components/ui/bind-fields';
import type { FoundWorkplace } from '@/lib/application/rules/workplace-search';
import type { WorkplaceStanding } from '@/lib/application/queries/workplace-standing';
import { localDate } from '@/lib/kernel/time';

const post: FoundWorkplace = {
  employer: 'Demosykehuset "Nord" & co',
  organisationNumber: '100000016',
  unit: 'Døgnpost A',
  place: null,
  anchoredSince: localDate('2021-01-01'),
};

const unknown: WorkplaceStanding = { anchoredSince: null, kyrIsKnown: false, near: [] };

function page(values: Record<string, string[]>, standing = unknown, more: object = {}): string {
  const html = renderToStaticMarkup(
    <WorkplaceFields
      locale="nb"
      field={bindFields({ locale: 'nb', values })}
      values={values}
      results={null}
      wasChosen={false}
      standing={standing}
      isAsking={false}
      source="/api/nb/applications/X/workplace/search"
      asksRegister={false}
      {...more}
    />,
  );
  return html.replace(/\u00a0/g, ' ');
}

function back(typed: Record<string, string>) {
  return readWorkplaceReturn({
    typed: Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, [value]])),
    problems: [{ field: '_intent', code: 'malformed', params: {} }],
  });
}

describe('the workplace form that came back', () => {
  const typed = { employer: 'Noe', unit: 'Post 1', managerName: 'Ola', search: 'nord' };

  it('has searched, and is in no error', () => {
    expect(back({ ...typed, _intent: 'search' })).toMatchObject({
      pressed: 'search',
      problems: [],
      typed: { managerName: ['Ola'], search: ['nord'] },
    });
    expect(back({ ...typed, _intent: 'enter', searched: '' })).toMatchObject({ pressed: 'search' });
  });

  it('says what cannot be searched for, at the field', () => {
    expect(back({ ...typed, search: 'x', _intent: 'search' }).problems).toEqual([
      { field: 'search', code: 'search-too-short', params: { minimum: 3 } },
    ]);
  });

  it('is filled in with what was chosen, and keeps everything else', () => {
    const { value } = choiceOf('nb', post);
    expect(readChoice(value)).toEqual({
      employer: post.employer,
      organisationNumber: post.organisationNumber,
      unit: post.unit,
    });
    expect(back({ ...typed, _intent: value })).toMatchObject({
      pressed: 'choose',
      problems: [],
      typed: {
        employer: [post.employer],
        organisationNumber: ['100000016'],
        unit: ['Døgnpost A'],
        managerName: ['Ola'],
        search: [''],
      },
    });
  });

  it('keeps the unit that was typed when an organisation as a whole was chosen', () => {
    const { value } = choiceOf('nb', { ...post, unit: '' });
    expect(back({ ...typed, _intent: value }).typed['unit']).toEqual(['Post 1']);
  });

  it.each(['choose ', 'choose {', 'choose []', 'choose {"employer":1}', 'choose null', 'x'])(
    'is as it was sent when the button’s value is %j',
    (_intent) => {
      expect(back({ ...typed, _intent })).toMatchObject({
        pressed: null,
        typed: { employer: ['Noe'] },
        problems: [{ field: '_intent' }],
      });
    },
  );
});

describe('the workplace page', () => {
  const claim = { employer: ['Demosykehuset'], organisationNumber: ['100000016'], unit: ['Post'] };

  it('asks about KYR when nothing is known', () => {
    expect(page(claim)).toContain('Jobber arbeidsstedet med recovery forankret i KYR?');
  });

  it('says what is known, and does not ask', () => {
    const html = page(claim, {
      ...unknown,
      kyrIsKnown: true,
      anchoredSince: localDate('2021-01-01'),
    });
    expect(html).toContain('registrert som forankret i KYR siden 1. januar 2021');
    expect(html).not.toContain('name="worksWithKyr"');
    expect(html).not.toContain('name="howKyr"');
  });

  it('keeps what was answered before it became known', () => {
    const answered = { ...claim, worksWithKyr: ['partly'], howKyr: ['Vi øver hver uke.'] };
    const html = page(answered, { ...unknown, kyrIsKnown: true });
    expect(html).toContain('Det du har svart om KYR');
    expect(html).toContain('Vi øver hver uke.');
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toHaveLength(new Set(ids).size);
  });

  it('asks «Mener du …?» with the place as a button, and says that it has asked', () => {
    const html = page(claim, { ...unknown, near: [post] });
    expect(html).toContain('Mener du dette arbeidsstedet?');
    expect(html).toContain('name="asWritten" value="yes"');
    expect(html).toContain('Demosykehuset &quot;Nord&quot; &amp; co, Døgnpost A');
  });

  it('shows what was found with number, place and anchoring, and that the register is silent', () => {
    const results = choicesOf('nb', 'nord', {
      found: [post, { ...post, unit: '', place: 'DEMOVIK', anchoredSince: null }],
      hasMore: false,
      registerIsDown: true,
    });
    const html = page({}, unknown, { results, asksRegister: true });
    for (const words of [
      '2 treff på «nord».',
      'Organisasjonsnummer 100 000 016',
      '· DEMOVIK',
      'Registrert som forankret i KYR siden 1. januar 2021',
      'Enhetsregisteret svarer ikke akkurat nå.',
      'Det får vite hva du søker etter, ikke hvem du er.',
    ]) {
      expect(html).toContain(words);
    }
  });

  it('does not press the search upon somebody who has named the workplace', () => {
    expect(page(claim)).toContain('Søk etter et annet arbeidssted');
    expect(page({})).not.toContain('Søk etter et annet arbeidssted');
  });
});

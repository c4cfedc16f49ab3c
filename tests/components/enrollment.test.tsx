import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { ClosedOffer } from '@/components/enrollment/closed-offer';
import { CloseOffer, WhoseOffer } from '@/components/enrollment/link-visit';
import { SlipForm } from '@/components/enrollment/slip-form';
import { wordRefusal } from '@/components/enrollment/word-refusal';
import { wordProblems } from '@/components/texts/word-problem';
import type { OfferPage } from '@/lib/enrollment/queries/open-slip';
import { slipTerms } from '@/lib/enrollment/rules/slip-text';
import { locales } from '@/lib/kernel/locale';
import { kroner } from '@/lib/kernel/money';
import { localDate } from '@/lib/kernel/time';
import { bringsProblems } from '@/lib/platform/door/problems';
import { facts } from '../enrollment/rules/slip-facts';
import { spaced } from '../harness/words';

describe('the form that signs the slip', () => {
  it.each(locales)(
    'shows the declaration that is signed directly above the name (%s)',
    (locale) => {
      const text = slipTerms(facts, locale);
      const html = renderToStaticMarkup(
        <SlipForm
          locale={locale}
          reference={facts.reference}
          applicantName={facts.applicantName}
          slip={{
            text,
            shown: facts.shown,
            terms: 'a'.repeat(64),
            employer: { name: '', organisationNumber: '' },
          }}
          typed={null}
          problems={[]}
        />,
      );
      const [before = '', after = ''] = html.split(text.declaration);
      expect(before).toContain('name="payer.kind"');
      expect(before).not.toContain('name="signedName"');
      expect(/<input[^>]*name="([^"]*)"/.exec(after)?.[1]).toBe('signedName');
    },
  );
});

describe('a slip that comes back with another price', () => {
  const wordsOf = (shown: number, now: number) => {
    const refusal = wordRefusal(
      { kind: 'price-changed', shown: kroner(shown), now: kroner(now) },
      'nb',
    );
    const problems = bringsProblems(refusal) ? refusal.problems : [];
    return wordProblems('nb', 'enrollment', problems).map(({ message }) => spaced(message));
  };

  it('says that others have signed when the price has risen', () => {
    expect(wordsOf(20_000, 26_000)).toEqual([
      'Prisen er nå 26 000 kr, ikke 20 000 kr. Andre har signert siden du åpnet skjemaet. Vil du ha plassen til 26 000 kr, signer på nytt.',
    ]);
  });

  it('says nothing of others when it has not', () => {
    expect(wordsOf(26_000, 20_000)).toEqual([
      'Prisen er nå 20 000 kr, ikke 26 000 kr. Vil du ha plassen til 20 000 kr, signer på nytt.',
    ]);
  });
});

describe('an offer opened by the letter’s link', () => {
  const offer = { heldBy: 'link', applicantName: 'Kari Nordmann' } as OfferPage;
  const own = { ...offer, heldBy: 'applicant' } as OfferPage;

  it('can be closed on a shared machine, and one that is open by a session is signed out of', () => {
    const html = renderToStaticMarkup(<CloseOffer locale="nb" offer={offer} />);
    expect(html).toContain('action="/api/nb/offers/close"');
    expect(html).toContain('Lukk skjemaet på denne maskinen');
    expect(renderToStaticMarkup(<CloseOffer locale="nb" offer={own} />)).toBe('');
  });

  it('says whose it is to somebody else who is signed in, and to nobody else', () => {
    const told = (of: OfferPage, signedInAs: string | null) =>
      renderToStaticMarkup(<WhoseOffer locale="nb" offer={of} signedInAs={signedInAs} />);
    expect(told(offer, 'Ola Annen')).toContain('Dette tilbudet gjelder Kari Nordmann');
    expect(told(offer, 'Ola Annen')).toContain('Du er logget inn som Ola Annen.');
    expect(told(offer, null)).toBe('');
    expect(told(own, null)).toBe('');
  });
});

describe('an offer whose time to answer is over', () => {
  const onDay = (today: string) =>
    renderToStaticMarkup(
      <ClosedOffer
        locale="nb"
        offer={
          {
            standing: 'lapsed',
            respondBy: localDate('2027-07-31'),
            today: localDate(today),
            cohort: {
              name: '2027–2028',
              admissionClosesOn: localDate('2027-08-31'),
              programme: {
                slug: 'bet-recovery',
                name: { nb: 'BET', nn: 'BET', en: 'BET' },
                mailbox: 'bet@helsetrust.example',
                contactPhone: '00 00 00 00',
              },
            },
          } as OfferPage
        }
      />,
    );

  it('can be asked about as long as places may come free', () => {
    const html = onDay('2027-08-31');
    expect(html).toContain('href="mailto:bet@helsetrust.example"');
    expect(html).toContain('00\u00a000\u00a000\u00a000');
    expect(html).not.toContain('Opptaket til kullet er avsluttet');
  });

  it('leads on to the next cohort after that', () => {
    const html = onDay('2027-09-01');
    expect(html).toContain('Opptaket til kullet er avsluttet');
    expect(html).toContain('href="/nb/programmes/bet-recovery"');
    expect(html).not.toContain('mailto:');
  });
});

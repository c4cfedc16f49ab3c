import type { Locale } from './locale';

/** An amount in whole øre. Never a float, never recomputed once it is promised. */
export interface Money {
  readonly amount: number;
  readonly currency: 'NOK';
}

/** Whole kroner as money. */
export function kroner(amount: number): Money {
  return { amount: amount * 100, currency: 'NOK' };
}

const NBSP = '\u00a0';

/**
 * "26 000 kr" in Norwegian, "NOK 26,000" in English; øre only when there are any ("26 000,50 kr").
 * Spaces are non-breaking.
 */
export function formatMoney(money: Money, locale: Locale): string {
  const whole = Math.trunc(Math.abs(money.amount) / 100);
  const rest = Math.abs(money.amount) % 100;
  const sign = money.amount < 0 ? '−' : '';
  const groups = String(whole).replace(/\B(?=(\d{3})+$)/g, locale === 'en' ? ',' : NBSP);
  const fraction = rest === 0 ? '' : (locale === 'en' ? '.' : ',') + String(rest).padStart(2, '0');
  const figure = `${sign}${groups}${fraction}`;
  return locale === 'en' ? `${money.currency}${NBSP}${figure}` : `${figure}${NBSP}kr`;
}

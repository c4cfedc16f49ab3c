import type { SignSlipRefusal } from '@/lib/enrollment/use-cases/sign-slip';
import { formatLongDate } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import { formatMoney } from '@/lib/kernel/money';
import type { Refusal } from '@/lib/kernel/result';
import { problemOfRefusal, type Problem } from '@/lib/platform/door/problems';

type Worded = Refusal & { readonly problems: readonly Problem[] };

/** Places a refused slip's problem where its reader can mend it, with its figures as they are read. */
export function wordRefusal(refusal: SignSlipRefusal, locale: Locale): Refusal | Worded {
  switch (refusal.kind) {
    case 'not-found':
      return refusal;
    case 'price-changed':
      return at('price', refusal, {
        shown: formatMoney(refusal.shown, locale),
        now: formatMoney(refusal.now, locale),
        amount: refusal.now.amount,
        rose: refusal.now.amount > refusal.shown.amount ? 'yes' : 'no',
      });
    case 'slip-changed':
      return at('price', refusal);
    case 'name-not-full':
    case 'name-not-yours':
      return at('signedName', refusal);
    case 'offer-lapsed':
      return at('', refusal, { respondBy: formatLongDate(refusal.respondBy, locale) });
    default:
      return at('', refusal);
  }
}

function at(field: string, refusal: Refusal, params?: Problem['params']): Worded {
  const problem = problemOfRefusal(refusal, field);
  return {
    kind: refusal.kind,
    problems: [params === undefined ? problem : { ...problem, params }],
  };
}

import type { Locale } from '@/lib/kernel/locale';
import { formatMoney, type Money } from '@/lib/kernel/money';

/** «26 000 kr», machine-readable too. Say beside it what the price depends on. */
export function Price({ money, locale }: { money: Money; locale: Locale }) {
  return <data value={(money.amount / 100).toFixed(2)}>{formatMoney(money, locale)}</data>;
}

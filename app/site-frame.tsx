import type { ReactNode } from 'react';
import { installation } from '@/app/installation';
import { readPageAids } from '@/app/page-aids';
import { readPageAddress } from '@/app/page-address';
import { readPageSession } from '@/app/session';
import { fontVariables } from '@/app/theme/fonts';
import { SessionWarning } from '@/components/frame/page-aids';
import { SiteFooter } from '@/components/frame/site-footer';
import { SiteHeader } from '@/components/frame/site-header';
import { getTexts } from '@/components/texts/get-texts';
import { SkipLink } from '@/components/ui/skip-link';
import { languageTag, type Locale } from '@/lib/kernel/locale';

/** The whole document round a page of the site. */
export async function SiteFrame({ locale, children }: { locale: Locale; children: ReactNode }) {
  const [{ pathname, search }, person] = await Promise.all([readPageAddress(), readPageSession()]);
  // Whoever signs in may be another than who is signed in: that page names nobody.
  const isSigningIn = `${pathname}/`.startsWith(`/${locale}/sign-in/`);
  // Steps of an application warn by themselves, where there is something to save first.
  const aids = pathname.startsWith(`/${locale}/staff`) && person ? await readPageAids() : null;
  return (
    <html
      lang={languageTag(locale)}
      className={fontVariables}
      data-main-color={installation().color}
    >
      <body>
        <SkipLink href="#content">{getTexts(locale, 'common')('skipToContent')}</SkipLink>
        <SiteHeader
          locale={locale}
          pathname={pathname}
          search={search}
          installation={installation()}
          person={isSigningIn ? null : person}
        />
        {children}
        {aids === null ? null : <SessionWarning locale={locale} aids={aids} hasForm={false} />}
        <SiteFooter locale={locale} installation={installation()} />
      </body>
    </html>
  );
}

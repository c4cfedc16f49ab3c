import '@/app/theme/theme.css';
import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { installation } from '@/app/installation';
import { readPageSession } from '@/app/session';
import { icons } from '@/app/theme/document-settings';
import { fontVariables } from '@/app/theme/fonts';
import { SiteFooter } from '@/components/frame/site-footer';
import { SiteHeader } from '@/components/frame/site-header';
import { getTexts } from '@/components/texts/get-texts';
import { SkipLink } from '@/components/ui/skip-link';
import { isLocale, languageTag } from '@/lib/kernel/locale';

export { viewport } from '@/app/theme/document-settings';

interface LayoutProps {
  children: ReactNode;
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: LayoutProps): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const { name } = installation();
  return {
    title: { template: `%s – ${name}`, default: name },
    description: getTexts(locale, 'common')('footer.about', { name }),
    icons,
    formatDetection: { telephone: false },
  };
}

export default async function SiteLayout({ children, params }: LayoutProps) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const pathname = (await headers()).get('x-pathname')?.split('?')[0] ?? `/${locale}`;
  return (
    <html lang={languageTag(locale)} className={fontVariables}>
      <body>
        <SkipLink href="#content">{getTexts(locale, 'common')('skipToContent')}</SkipLink>
        <SiteHeader
          locale={locale}
          pathname={pathname}
          installation={installation()}
          person={await readPageSession()}
        />
        {children}
        <SiteFooter locale={locale} installation={installation()} />
      </body>
    </html>
  );
}

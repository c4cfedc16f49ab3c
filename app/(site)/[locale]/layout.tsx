import '@/app/theme/theme.css';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { installation } from '@/app/installation';
import { pageLocale } from '@/app/page-locale';
import { SiteFrame } from '@/app/site-frame';
import { icons } from '@/app/theme/document-settings';
import { getTexts } from '@/components/texts/get-texts';
import { isLocale } from '@/lib/kernel/locale';

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
  return <SiteFrame locale={await pageLocale(params)}>{children}</SiteFrame>;
}

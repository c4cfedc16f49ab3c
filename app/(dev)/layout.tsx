import '@/app/theme/theme.css';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { icons } from '@/app/theme/document-settings';
import { fontVariables } from '@/app/theme/fonts';

export { viewport } from '@/app/theme/document-settings';

export const metadata: Metadata = { title: 'Demoens postkasse', icons, robots: 'noindex' };

export default function DevLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="nb" className={fontVariables}>
      <body>{children}</body>
    </html>
  );
}

import type { Metadata, Viewport } from 'next';

/** For every root layout: both schemes from the first paint, and no zoom taken away. */
export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fdfcfa' },
    { media: '(prefers-color-scheme: dark)', color: '#161814' },
  ],
};

export const icons: NonNullable<Metadata['icons']> = {
  icon: [{ url: '/favicon.svg', type: 'image/svg+xml' }],
};
